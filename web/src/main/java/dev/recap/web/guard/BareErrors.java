package dev.recap.web.guard;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells of requests that are too damaged to reach any route: a number, guarded as all answers. */
public final class BareErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ResponseHeaders.set(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    Content.Sink.write(
        response,
        true,
        "the request cannot be served (%d)%n".formatted(response.getStatus()),
        callback);
    return true;
  }
}
