package dev.recap.web.guard;

import dev.recap.web.html.Frame;
import dev.recap.web.people.Accounts;
import dev.recap.web.people.Person;
import dev.recap.web.people.Role;
import dev.recap.web.people.Secrets;
import dev.recap.web.people.Tokens;
import dev.recap.web.route.Refusal;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks: by a token, by the session of their cookie, or, as long as the desk has no
 * accounts, because only this machine's user can ask at all.
 */
public final class Visitors {
  private static final String BEARER = "Bearer ";
  private static final List<String> OF_PROXIES =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

  private final Accounts accounts;
  private final Addresses addresses;
  private final Cookies cookies;

  public Visitors(Accounts accounts, Addresses addresses, Cookies cookies) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.cookies = cookies;
  }

  /**
   * Who asks; a browser that keeps no cookie yet is given one.
   *
   * @throws Refusal with status 401 for a token that is none
   */
  Caller of(Context context) {
    String authorization = context.header("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      Tokens.Bearer bearer =
          accounts
              .tokens()
              .find(authorization.substring(BEARER.length()).strip())
              .orElseThrow(() -> Refusal.of(401, "the token is unknown, revoked or expired"));
      return new Caller(new Frame.Visitor(bearer.person(), "", false), bearer.scope());
    }
    Optional<String> kept = cookies.secret(context);
    Optional<Person> signedIn = kept.flatMap(accounts.sessions()::find);
    Person person = signedIn.orElseGet(() -> withoutAccount(context));
    String secret = kept.orElseGet(() -> given(context));
    return new Caller(new Frame.Visitor(person, FormToken.of(secret), signedIn.isPresent()), null);
  }

  /** The user of this machine, as long as there is nobody else to tell them from. */
  private @Nullable Person withoutAccount(Context context) {
    if (addresses.open() || accounts.people().exist()) {
      return null;
    }
    if (OF_PROXIES.stream().anyMatch(name -> context.header(name) != null)) {
      throw Refusal.of(
          403,
          "the request came through a proxy, so others may have sent it: a desk that others reach"
              + " needs accounts and --public-url");
    }
    String name = System.getProperty("user.name", "");
    return new Person(name.isBlank() ? "desk" : name, Role.LEAD);
  }

  private String given(Context context) {
    String secret = Secrets.next();
    cookies.give(context, secret, Duration.ZERO);
    return secret;
  }
}
