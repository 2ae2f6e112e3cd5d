package dev.recap.desk.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.mail.Login.Grant;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for XOAUTH2, asked of the provider with a refresh token or in the client's own
 * name, and used until shortly before they run out. They are kept in memory only.
 *
 * <p>Safe for any number of threads. {@link #get} throws {@link IllegalStateException} when no
 * token can be had, with what the provider said of it.
 */
final class AccessTokens implements Supplier<String> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration SPARE = Duration.ofSeconds(60);
  private static final int SECONDS_IF_UNSAID = 300;
  private static final int OK = 200;

  private final Grant grant;
  private final Secrets secrets;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Held held;
  private @Nullable String newerRefreshToken;

  AccessTokens(Grant grant, Secrets secrets, InstantSource clock) {
    this.grant = grant;
    this.secrets = secrets;
    this.clock = clock;
  }

  private record Held(String token, Instant until) {}

  @Override
  public String get() {
    turn.lock();
    try {
      if (held == null || !clock.instant().isBefore(held.until())) {
        held = ask();
      }
      return held.token();
    } finally {
      turn.unlock();
    }
  }

  private Held ask() {
    HttpRequest request =
        HttpRequest.newBuilder(grant.url())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form()))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return read(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException("no access token from %s: %s".formatted(grant.url(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while an access token was asked of " + grant.url(), e);
    }
  }

  private String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", grant.clientId());
    if (grant.refreshTokenEnv() == null) {
      fields.put("grant_type", "client_credentials");
    } else {
      fields.put("grant_type", "refresh_token");
      fields.put(
          "refresh_token",
          newerRefreshToken == null ? secrets.get(grant.refreshTokenEnv()) : newerRefreshToken);
    }
    if (grant.clientSecretEnv() != null) {
      fields.put("client_secret", secrets.get(grant.clientSecretEnv()));
    }
    if (grant.scope() != null) {
      fields.put("scope", grant.scope());
    }
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Held read(int status, String body) {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "no access token from %s: status %d, and what it said is no JSON"
              .formatted(grant.url(), status));
    }
    String token = answer.path("access_token").asText("");
    if (status != OK || token.isEmpty()) {
      throw new IllegalStateException(
          "no access token from %s: status %d, error '%s' (%s)"
              .formatted(
                  grant.url(),
                  status,
                  Outcomes.oneLine(answer.path("error").asText("")),
                  Outcomes.oneLine(answer.path("error_description").asText(""))));
    }
    String refresh = answer.path("refresh_token").asText("");
    if (!refresh.isEmpty()) {
      newerRefreshToken = refresh;
    }
    Duration good = Duration.ofSeconds(answer.path("expires_in").asInt(SECONDS_IF_UNSAID));
    return new Held(token, clock.instant().plus(good).minus(SPARE));
  }
}
