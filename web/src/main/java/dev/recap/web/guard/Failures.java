package dev.recap.web.guard;

import dev.recap.web.html.ErrorView;
import dev.recap.web.html.Frame;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.people.Secrets;
import dev.recap.web.route.Problem;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Screen;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells why a request was not served: people by a page, programs by a problem. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger("dev.recap.web");
  private static final int ID_CHARACTERS = 8;

  private final Screen screen;

  public Failures(Screen screen) {
    this.screen = screen;
  }

  /** Of a request that was refused with a reason. */
  public void refused(Refusal refusal, Context context) {
    context.status(refusal.status());
    if (refusal.status() == 401) {
      context.header("WWW-Authenticate", "Bearer realm=\"recap\"");
    }
    if (!wantsPage(context)) {
      Problem problem = Problem.of(refusal, title(refusal.status()));
      context.contentType(Problem.CONTENT_TYPE).result(problem.json());
    } else if (refusal.status() == 401) {
      signIn(context);
    } else {
      page(refusal, context);
    }
  }

  /** Of a request that the server has no answer to, or no place for. */
  public void unanswered(HttpResponseException failure, Context context) {
    int status = failure.getStatus();
    String detail =
        switch (status) {
          case 404 -> "there is no such page";
          case 405 -> "this is not done with " + context.method();
          default -> "the request cannot be served";
        };
    refused(Refusal.of(status, detail), context);
  }

  /** Of a request whose handler failed: what went wrong stands in the log, and nowhere else. */
  public void failed(Exception failure, Context context) {
    String id = Secrets.next().substring(0, ID_CHARACTERS);
    LOG.error(
        "{} {} failed; whoever asked was given the number {}",
        context.method(),
        context.endpoint().path,
        id,
        LoggedFailure.of(failure));
    refused(
        Refusal.of(500, "something went wrong here; the log tells more at number " + id), context);
  }

  private void page(Refusal refusal, Context context) {
    Frame.Visitor visitor = Gate.visitor(context);
    var page = new Page("error", Place.ELSEWHERE, title(refusal.status()));
    context.html(screen.html(page, visitor, new ErrorView(refusal.status(), refusal.detail())));
  }

  private static void signIn(Context context) {
    String query = context.req().getQueryString();
    String wanted = context.path() + (query == null ? "" : "?" + query);
    boolean reading = context.req().getMethod().equals("GET");
    String target =
        "/login" + (reading ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "");
    context.status(303).header("Location", target);
  }

  private static boolean wantsPage(Context context) {
    String accept = context.header("Accept");
    return !context.path().startsWith("/api/") && accept != null && accept.contains("text/html");
  }

  private static String title(int status) {
    return HttpStatus.forStatus(status).getMessage();
  }
}
