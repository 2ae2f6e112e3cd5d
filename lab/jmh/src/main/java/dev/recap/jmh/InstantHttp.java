package dev.recap.jmh;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers every other request with a call and the rest with an answer, at once. */
final class InstantHttp implements HttpClient {
  private static final byte[] CALL =
      reply(
          "{\"type\":\"tool_use\",\"id\":\"call_1\",\"name\":\"look_up\",\"input\":%s}"
              .formatted(Words.ARGUMENTS),
          "tool_use");
  private static final byte[] ANSWER =
      reply("{\"type\":\"text\",\"text\":\"%s\"}".formatted(Words.ANSWER), "end_turn");

  private final boolean writing;
  private int asked;

  InstantHttp(boolean writing) {
    this.writing = writing;
  }

  private static byte[] reply(String block, String stopReason) {
    return """
    {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[%s],\
    "stop_reason":"%s","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}\
    """
        .formatted(block, stopReason)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    if (writing) {
      request.body().ifPresent(body -> body.writeTo(OutputStream.nullOutputStream()));
    }
    asked++;
    return new Reply(asked % 2 == 1 ? CALL : ANSWER);
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.completedFuture(execute(request, options));
  }

  @Override
  public void close() {}

  private record Reply(byte[] json) implements HttpResponse {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Headers headers() {
      return Headers.builder().put("content-type", "application/json").build();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(json);
    }

    @Override
    public void close() {}
  }
}
