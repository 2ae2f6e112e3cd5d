package dev.recap.desk.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How the desk logs in to its mail servers. All secrets are names of environment variables. */
public sealed interface Login {
  /** The account, most often the address. */
  String user();

  /** By a password. */
  record Password(String user, String passwordEnv) implements Login {}

  /** By XOAUTH2 with an access token that somebody else keeps fresh. */
  record Token(String user, String tokenEnv) implements Login {}

  /** By XOAUTH2 with access tokens that are asked for when they are needed. */
  record TokenService(String user, Grant grant) implements Login {}

  /**
   * Where access tokens come from, and by what right (RFC 6749).
   *
   * @param scope what is asked for; null for what the refresh token was made for
   * @param clientSecretEnv null for a client without a secret
   * @param refreshTokenEnv null where the client asks in its own name (client credentials)
   */
  record Grant(
      URI url,
      String clientId,
      @Nullable String scope,
      @Nullable String clientSecretEnv,
      @Nullable String refreshTokenEnv) {
    public Grant {
      if (!"https".equals(url.getScheme()) && !isLoopback(url)) {
        throw new IllegalArgumentException(
            "oauth.token-url was '%s', but an https address was expected".formatted(url));
      }
      if (clientId.isBlank()) {
        throw new IllegalArgumentException("oauth.client-id is blank");
      }
      if (clientSecretEnv == null && refreshTokenEnv == null) {
        throw new IllegalArgumentException(
            "oauth.refresh-token-env or oauth.client-secret-env was expected, but neither is set");
      }
    }

    private static boolean isLoopback(URI url) {
      return "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost());
    }
  }
}
