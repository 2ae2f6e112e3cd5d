package dev.recap.web.guard;

import dev.recap.web.html.Frame;
import dev.recap.web.people.Person;
import dev.recap.web.people.Role;
import dev.recap.web.route.Body;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Route;
import dev.recap.web.route.Screen;
import dev.recap.web.route.Visit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** Lets a request through to its handler, or refuses it. */
public final class Gate {
  private static final String TOKEN_FIELD = "csrf";
  private static final String TOKEN_HEADER = "X-CSRF-Token";

  private final Visitors visitors;
  private final Screen screen;

  public Gate(Visitors visitors, Screen screen) {
    this.visitors = visitors;
    this.screen = screen;
  }

  /** The handler of a route with its guard in front. */
  public Handler before(Route route) {
    return context -> pass(route, context);
  }

  private void pass(Route route, Context context) throws IOException {
    Frame.Visitor visitor = visitors.of(context);
    checkRole(route, visitor);
    Body body = Body.read(context.req(), route.mostBytes());
    if (route.method().isUnsafe()) {
      checkToken(context, visitor, body);
    }
    route.handler().handle(new Visit(context, visitor, screen, body));
  }

  private static void checkRole(Route route, Frame.Visitor visitor) {
    Role needed = route.access().role();
    if (needed == null) {
      return;
    }
    Person person = visitor.person();
    if (person == null) {
      throw Refusal.of(401, "sign in first");
    }
    if (!person.role().mayDo(needed)) {
      throw Refusal.of(
          403,
          "this takes the role %s, and %s has the role %s"
              .formatted(needed.label(), person.name(), person.role().label()));
    }
  }

  private static void checkToken(Context context, Frame.Visitor visitor, Body body) {
    String header = context.header(TOKEN_HEADER);
    String given = header == null ? body.fields().optional(TOKEN_FIELD).orElse("") : header;
    if (!FormToken.same(visitor.csrf(), given)) {
      throw Refusal.of(
          403, "the form was not made for this browser, or is too old: load the page again");
    }
  }
}
