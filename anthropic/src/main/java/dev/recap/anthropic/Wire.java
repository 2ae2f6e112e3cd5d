package dev.recap.anthropic;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.errors.AnthropicIoException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the SDK's retries and the network and tells a listener of every try of one
 * question. An answer that is no stream is read here, so that a connection that breaks in the
 * middle of it counts as a failed try. Of one thread.
 */
final class Wire {
  private final ExchangeListener listener;
  private final LongSupplier nanoTime;
  private final boolean stream;
  private @Nullable Sent streaming;

  /** A request on its way. */
  private record Sent(String requestJson, int retry, long atNanos) {}

  /**
   * @param stream whether the question asks for a stream
   */
  Wire(ExchangeListener listener, LongSupplier nanoTime, boolean stream) {
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.stream = stream;
  }

  /** One try; the signature is the SDK's. */
  HttpResponse execute(HttpClient next, HttpRequest request, RequestOptions options) {
    var sent = new Sent(body(request), retry(request.headers()), nanoTime.getAsLong());
    HttpResponse response;
    try {
      response = next.execute(request, options);
    } catch (AnthropicIoException e) {
      tell(sent, null, 0);
      throw e;
    }
    if (stream && response.statusCode() / 100 == 2 && !isWhole(response.headers())) {
      streaming = sent;
      return response;
    }
    return whole(sent, response);
  }

  /** Whether an answer is one JSON text, whatever was asked for. */
  static boolean isWhole(Headers headers) {
    return headers.values("content-type").stream().anyMatch(t -> t.startsWith("application/json"));
  }

  private HttpResponse whole(Sent sent, HttpResponse response) {
    String text;
    try (response;
        InputStream body = response.body()) {
      text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      tell(sent, null, response.statusCode());
      throw new AnthropicIoException("the connection broke in the middle of the reply", e);
    }
    tell(sent, text, response.statusCode());
    return new Received(response.statusCode(), response.headers(), text);
  }

  /** Tells of the stream that has ended; null when its reply is not whole. */
  void streamed(@Nullable String replyJson) {
    if (streaming != null) {
      tell(streaming, replyJson, 200);
      streaming = null;
    }
  }

  private void tell(Sent sent, @Nullable String replyJson, int status) {
    Duration took = Duration.ofNanos(nanoTime.getAsLong() - sent.atNanos());
    listener.exchanged(new Exchange(sent.requestJson(), replyJson, status, sent.retry(), took));
  }

  private static String body(HttpRequest request) {
    var bytes = new ByteArrayOutputStream();
    request.body().ifPresent(body -> body.writeTo(bytes));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The SDK counts its retries in a header of every request. */
  private static int retry(Headers headers) {
    return headers.values("x-stainless-retry-count").stream()
        .findFirst()
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** An answer that is in memory. */
  private record Received(int statusCode, Headers headers, String text) implements HttpResponse {
    @Override
    public InputStream body() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }
}
