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

/** Takes each request as a network would, and answers with a call, at once. */
final class InstantHttp implements HttpClient {
  private static final byte[] CALL =
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[\
      {"type":"tool_use","id":"call_1","name":"look_up","input":%s}],\
      "stop_reason":"tool_use","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}\
      """
          .formatted(Words.thing(0))
          .getBytes(StandardCharsets.UTF_8);

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    request.body().ifPresent(body -> body.writeTo(OutputStream.nullOutputStream()));
    return new Reply();
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.completedFuture(execute(request, options));
  }

  @Override
  public void close() {}

  private record Reply() implements HttpResponse {
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
      return new ByteArrayInputStream(CALL);
    }

    @Override
    public void close() {}
  }
}
