package dev.recap.web.guard;

import dev.recap.web.people.Accounts;
import dev.recap.web.people.Secrets;
import dev.recap.web.people.Sessions;
import dev.recap.web.people.SignIn;
import dev.recap.web.route.Visit;
import java.time.Duration;

/** Where people come in and go out. */
public final class Doorway {
  private final Accounts accounts;
  private final Addresses addresses;
  private final Cookies cookies;

  public Doorway(Accounts accounts, Addresses addresses, Cookies cookies) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.cookies = cookies;
  }

  /**
   * Lets somebody in. The browser gets a new secret: whoever planted or saw the old one has
   * nothing.
   */
  public SignIn.Outcome enter(Visit visit, String name, String password) {
    String address = ClientAddress.of(visit.context().req(), addresses.behindProxy());
    SignIn.Outcome outcome = accounts.signIn().attempt(name, password, address);
    if (outcome instanceof SignIn.Outcome.In(String secret)) {
      leaveSession(visit);
      cookies.give(visit.context(), secret, Sessions.LONGEST);
    }
    return outcome;
  }

  /** Lets somebody out: what the browser keeps is worth nothing any more. */
  public void leave(Visit visit) {
    leaveSession(visit);
    cookies.give(visit.context(), Secrets.next(), Duration.ZERO);
  }

  private void leaveSession(Visit visit) {
    cookies.secret(visit.context()).ifPresent(accounts.sessions()::end);
  }
}
