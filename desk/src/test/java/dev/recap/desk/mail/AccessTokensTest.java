package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import dev.recap.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final Map<String, String> SECRETS =
      Map.of("REFRESH", "refresh 1", "SECRET", "client&secret");

  private final SettableClock clock = new SettableClock(MailDesk.NOON);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> answers = new ArrayDeque<>();
  private int status = 200;
  private @Nullable HttpServer server;

  @BeforeEach
  void start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answers.remove().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
    server = http;
  }

  @AfterEach
  void stop() {
    server().stop(0);
  }

  private HttpServer server() {
    assertThat(server).isNotNull();
    return server;
  }

  private AccessTokens tokens(@Nullable String secretEnv, @Nullable String refreshEnv) {
    URI url = URI.create("http://127.0.0.1:%d/token".formatted(server().getAddress().getPort()));
    return new AccessTokens(
        new Login.Grant(url, "client 1", "mail offline", secretEnv, refreshEnv),
        SECRETS::get,
        clock);
  }

  @Test
  void areAskedForWithARefreshTokenAndUsedUntilShortlyBeforeTheyRunOut() {
    answers.add("{\"access_token\":\"one\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    answers.add("{\"access_token\":\"two\",\"expires_in\":3600}");
    AccessTokens tokens = tokens(null, "REFRESH");

    assertThat(tokens.get()).isEqualTo("one");
    clock.advance(Duration.ofSeconds(3539));
    assertThat(tokens.get()).isEqualTo("one");
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.get()).isEqualTo("two");
    assertThat(asked.getFirst())
        .isEqualTo(
            "client_id=client+1&grant_type=refresh_token&refresh_token=refresh+1&scope=mail+offline");
  }

  @Test
  void areAskedForWithTheNewestRefreshToken() {
    answers.add("{\"access_token\":\"one\",\"expires_in\":0,\"refresh_token\":\"newer\"}");
    answers.add("{\"access_token\":\"two\"}");
    AccessTokens tokens = tokens("SECRET", "REFRESH");
    tokens.get();
    tokens.get();

    assertThat(asked.getLast()).contains("refresh_token=newer", "client_secret=client%26secret");
  }

  @Test
  void areAskedForInTheClientsOwnNameWithoutOne() {
    answers.add("{\"access_token\":\"one\"}");

    assertThat(tokens("SECRET", null).get()).isEqualTo("one");
    assertThat(asked.getFirst()).contains("grant_type=client_credentials");
  }

  @Test
  void areMissingWithWhatTheProviderSaidAndNoSecret() {
    status = 400;
    answers.add("{\"error\":\"invalid_grant\",\"error_description\":\"Token has\\nexpired\"}");

    assertThatIllegalStateException()
        .isThrownBy(() -> tokens("SECRET", "REFRESH").get())
        .withMessageEndingWith("status 400, error 'invalid_grant' (Token has expired)")
        .withMessageNotContaining("client&secret");
  }

  @Test
  void areMissingWhereTheAnswerIsNoAnswer() {
    answers.add("<html>");

    assertThatIllegalStateException()
        .isThrownBy(() -> tokens("SECRET", null).get())
        .withMessageContaining("status 200, and what it said is no JSON");
  }

  @Test
  void areMissingWhereTheVariableIsNotSet() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tokens(null, "NONE").get())
        .withMessage("the environment variable NONE is not set, but is needed to log in");
  }
}
