package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.web.people.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A program that uses the API, with a token or without. */
final class Program {
  /** A ticket as a program sends it. */
  static final String LAMP = "{\"description\":\"My lamp is dark.\"}";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final Map<String, String> headers;

  Program(int port, Map<String, String> headers) {
    this.port = port;
    this.headers = headers;
  }

  static Program withToken(ServedDesk desk, String token) {
    return new Program(desk.port(), Map.of("Authorization", "Bearer " + token));
  }

  /** With a token of this person's. */
  static Program of(String person, Scope scope, ServedDesk desk) {
    return withToken(
        desk,
        desk.desk().accounts().tokens().issue(person, "test " + scope, scope, Duration.ofDays(1)));
  }

  /** What came back. */
  record Reply(HttpResponse<String> answer) {
    int status() {
      return answer.statusCode();
    }

    String type() {
      return answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
    }

    JsonNode json() {
      try {
        return JSON.readTree(answer.body());
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + answer.body(), e);
      }
    }
  }

  static void assertProblem(Reply reply, int status, String... words) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.type()).isEqualTo("application/problem+json");
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("type").asText()).isEqualTo("about:blank");
    assertThat(reply.json().path("title").asText()).isNotBlank();
    assertThat(reply.json().path("detail").asText()).contains(words);
  }

  /** A problem that names a field. */
  static void assertFieldProblem(Reply reply, int status, String field, String detail) {
    assertThat(reply.status()).as(reply.answer().body()).isEqualTo(status);
    assertThat(reply.type()).isEqualTo("application/problem+json");
    assertThat(reply.json().path("field").asText()).isEqualTo(field);
    assertThat(reply.json().path("detail").asText()).contains(detail);
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply post(String path, String key, String body) {
    return post(path, Map.of("Content-Type", "application/json", "Idempotency-Key", key), body);
  }

  Reply post(String path, Map<String, String> more, String body) {
    HttpRequest.Builder request = request(path);
    more.forEach(request::header);
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    headers.forEach(request::header);
    return request;
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
