package dev.recap.web.guard;

import dev.recap.web.html.Frame;
import dev.recap.web.people.Person;
import dev.recap.web.people.Role;
import dev.recap.web.people.Scope;
import dev.recap.web.route.Access;
import dev.recap.web.route.Body;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Route;
import dev.recap.web.route.Screen;
import dev.recap.web.route.Visit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to its handler, or refuses it. In this order: who asks, whether they may,
 * from which site, how much they send, and whether the form is one of ours.
 */
public final class Gate {
  private static final String TOKEN_FIELD = "csrf";
  private static final String TOKEN_HEADER = "X-CSRF-Token";
  private static final String VISITOR = "visitor";
  private static final Frame.Visitor NOBODY = new Frame.Visitor(null, "", false);

  private static final Caller UNKNOWN = new Caller(NOBODY, null);

  private final Visitors visitors;
  private final Addresses addresses;
  private final Screen screen;

  public Gate(Visitors visitors, Addresses addresses, Screen screen) {
    this.visitors = visitors;
    this.addresses = addresses;
    this.screen = screen;
  }

  /** The handler of a route with its guard in front. */
  public Handler before(Route route) {
    return context -> pass(route, context);
  }

  /** Who asked, as far as that was found out. */
  static Frame.Visitor visitor(Context context) {
    Frame.Visitor visitor = context.attribute(VISITOR);
    return visitor == null ? NOBODY : visitor;
  }

  private void pass(Route route, Context context) throws IOException {
    Caller caller = isForAllPrograms(route) ? UNKNOWN : visitors.of(context);
    context.attribute(VISITOR, caller.visitor());
    checkRole(route, caller.visitor().person());
    checkScope(route, caller);
    if (route.method().isUnsafe()) {
      addresses.checkOrigin(context.req());
    }
    try (Body body = Body.of(context.req(), route)) {
      if (route.method().isUnsafe() && caller.scope() == null) {
        checkForm(route, context, caller.visitor(), body);
      }
      route.handler().handle(new Visit(context, caller.visitor(), screen, body));
    }
  }

  /** Who asks makes no difference, and is not looked up: it works when the database does not. */
  private static boolean isForAllPrograms(Route route) {
    return route.access() == Access.ANYONE && route.forPrograms() && !route.method().isUnsafe();
  }

  private static void checkRole(Route route, @Nullable Person person) {
    Role needed = route.access().role();
    if (needed == null) {
      return;
    }
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

  /** A token is for programs: it opens no page, and changes nothing where it is for reading. */
  private static void checkScope(Route route, Caller caller) {
    if (caller.scope() == null) {
      return;
    }
    if (!route.forPrograms()) {
      throw Refusal.of(403, "tokens are for the API, and this is a page");
    }
    if (route.method().isUnsafe() && caller.scope() != Scope.WRITE) {
      throw Refusal.of(403, "this takes a token with the scope write, and it has the scope read");
    }
  }

  private static void checkForm(Route route, Context context, Frame.Visitor visitor, Body body) {
    // No page of another site can send JSON here without asking first, and it is never allowed to.
    if (route.forPrograms() && !visitor.signedIn() && body.is("application/json")) {
      return;
    }
    String header = context.header(TOKEN_HEADER);
    String given = header == null ? body.fields().optional(TOKEN_FIELD).orElse("") : header;
    if (!FormToken.same(visitor.csrf(), given)) {
      throw Refusal.of(
          403, "the form was not made for this browser, or is too old: load the page again");
    }
  }
}
