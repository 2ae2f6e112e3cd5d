package dev.recap.web.people;

import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;

/** Everything about the people of a desk. */
public record Accounts(People people, Sessions sessions, Tokens tokens, SignIn signIn) {
  /** In the database of this desk. */
  public static Accounts in(TicketStore store, InstantSource clock) {
    return in(store, clock, new Passwords());
  }

  /** The same, with passwords that take another number of rounds. */
  public static Accounts in(TicketStore store, InstantSource clock, Passwords passwords) {
    var people = new People(store, clock);
    var sessions = new Sessions(store, clock);
    return new Accounts(
        people, sessions, new Tokens(store, clock), new SignIn(people, sessions, passwords, clock));
  }
}
