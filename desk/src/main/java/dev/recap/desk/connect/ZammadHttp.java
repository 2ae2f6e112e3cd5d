package dev.recap.desk.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.recap.desk.mail.CleanText;
import dev.recap.desk.mail.Secrets;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Requests to Zammad's REST interface: paced, with time limits, and without following redirects.
 */
final class ZammadHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECTING = Duration.ofSeconds(15);
  private static final Duration IN_ALL = Duration.ofSeconds(60);
  private static final Duration HOLD_OFF = Duration.ofSeconds(60);
  private static final int TOO_MANY = 429;
  private static final int MOST_SHOWN = 300;

  private final ZammadSettings settings;
  private final Secrets secrets;
  private final Pace pace;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  ZammadHttp(ZammadSettings settings, Secrets secrets, Pace pace) {
    this.settings = settings;
    this.secrets = secrets;
    this.pace = pace;
  }

  /** What became of a request. */
  sealed interface Answer {
    /**
     * It was received, and this is what was said of it.
     *
     * @param body missing where it is no JSON
     */
    record Answered(int status, JsonNode body) implements Answer {
      boolean isSuccess() {
        return status >= 200 && status < 300;
      }

      /** What went wrong, in Zammad's own words. */
      String trouble() {
        String human = body.path("error_human").asText("");
        String error = human.isEmpty() ? body.path("error").asText("") : human;
        return "answered with status %d%s"
            .formatted(status, error.isEmpty() ? "" : ": " + CleanText.line(error, MOST_SHOWN));
      }
    }

    /** It was certainly not received. */
    record NotSent(String why) implements Answer {}

    /** It may have been received. */
    record NoAnswer(String why) implements Answer {}
  }

  /**
   * What Zammad has at a path.
   *
   * @throws ZammadException when it cannot be asked or does not answer with a success in JSON
   */
  JsonNode get(String path) throws InterruptedException {
    return switch (send(request(path).GET())) {
      case Answer.Answered answer -> {
        if (!answer.isSuccess()) {
          throw new ZammadException("%s (%s)".formatted(answer.trouble(), path));
        }
        if (answer.body().isMissingNode()) {
          throw new ZammadException("answered with something that is no JSON (%s)".formatted(path));
        }
        yield answer.body();
      }
      case Answer.NotSent(String why) -> throw new ZammadException("cannot be reached: " + why);
      case Answer.NoAnswer(String why) -> throw new ZammadException("did not answer: " + why);
    };
  }

  /** Posts once, whatever comes of it. */
  Answer post(String path, JsonNode body) throws InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path) {
    String base = settings.url().toString();
    String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return HttpRequest.newBuilder(URI.create(start + path))
        .timeout(IN_ALL)
        .header("Accept", "application/json")
        .header("Authorization", "Token token=" + secrets.get(settings.tokenEnv()));
  }

  private Answer send(HttpRequest.Builder request) throws InterruptedException {
    pace.await();
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(request.build(), answer -> new BoundedBody());
    try {
      return read(response.get(IN_ALL.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return new Answer.NoAnswer("not within %d s".formatted(IN_ALL.toSeconds()));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String why = CleanText.line(String.valueOf(cause), MOST_SHOWN);
      boolean notSent =
          cause instanceof ConnectException
              || cause instanceof HttpConnectTimeoutException
              || cause instanceof SSLHandshakeException;
      return notSent ? new Answer.NotSent(why) : new Answer.NoAnswer(why);
    } finally {
      response.cancel(true);
    }
  }

  private Answer read(HttpResponse<byte[]> response) {
    if (response.statusCode() == TOO_MANY) {
      pace.holdOff(
          response
              .headers()
              .firstValue("Retry-After")
              .filter(text -> text.matches("[0-9]{1,5}"))
              .map(text -> Duration.ofSeconds(Long.parseLong(text)))
              .orElse(HOLD_OFF));
    }
    return new Answer.Answered(response.statusCode(), json(response.body()));
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode read = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      return read == null ? MissingNode.getInstance() : read;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
