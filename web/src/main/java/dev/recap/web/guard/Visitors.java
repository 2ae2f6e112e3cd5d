package dev.recap.web.guard;

import dev.recap.web.html.Frame;
import dev.recap.web.people.Person;
import dev.recap.web.people.Role;
import io.javalin.http.Context;

/** Finds out who asks. */
public final class Visitors {
  private static final String COOKIE = "recap";

  /** The visitor; a browser that has no cookie yet gets one. */
  Frame.Visitor of(Context context) {
    String cookie = context.cookie(COOKIE);
    if (cookie == null) {
      cookie = Secrets.next();
      context
          .res()
          .addHeader("Set-Cookie", COOKIE + "=" + cookie + "; Path=/; HttpOnly; SameSite=Lax");
    }
    var person = new Person(System.getProperty("user.name", "desk"), Role.LEAD);
    return new Frame.Visitor(person, FormToken.of(cookie), false);
  }
}
