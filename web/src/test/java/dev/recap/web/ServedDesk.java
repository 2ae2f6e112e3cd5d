package dev.recap.web;

import dev.recap.desk.shift.Models;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.PostgresPlace;
import dev.recap.desk.ticket.Ticket;
import dev.recap.testing.SettableClock;
import dev.recap.web.pages.Sections;
import dev.recap.web.people.Passwords;
import dev.recap.web.people.Person;
import dev.recap.web.people.Role;
import dev.recap.web.route.Route;
import dev.recap.web.route.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A desk that is served on this machine for a test, at a time that stands still. */
final class ServedDesk implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");
  static final Passwords PASSWORDS = new Passwords(1_000);
  private static final String KEPT = PASSWORDS.keep(PASSWORD);

  final SettableClock clock = new SettableClock(MONDAY);
  private final DeskServer server;

  private ServedDesk(DeskOptions options, Models models, Section... more) {
    try {
      server =
          DeskServer.start(
              placed(options),
              0,
              new DeskServer.Parts(
                  models,
                  clock,
                  PASSWORDS,
                  desk -> Stream.concat(Sections.of(desk).stream(), Stream.of(more)).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty tables: in files that are made once, for it takes long, or in PostgreSQL. */
  private static DeskOptions placed(DeskOptions options) throws IOException {
    Path folder = options.place().path();
    String place = Desks.place(folder.resolve("desk.db"));
    if (!PostgresPlace.is(place)) {
      EmptyDesk.into(folder);
      return options;
    }
    return new DeskOptions(
        options.place().in(place), options.host(), options.port(), options.publicUrl());
  }

  /** Without accounts. */
  static ServedDesk in(Path folder, Section... more) {
    return new ServedDesk(options(folder, 0, null), Models.NONE, more);
  }

  /** How a desk in a folder is served to this machine. */
  static DeskOptions options(Path folder, int port, @Nullable URI publicUrl) {
    try {
      return new DeskOptions(DeskFolder.at(folder), "127.0.0.1", port, publicUrl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without accounts, with models to work with. */
  static ServedDesk with(Models models, Path folder) {
    return new ServedDesk(options(folder, 0, null), models);
  }

  /** With one person of each role, who is called by it. */
  static ServedDesk withPeople(Path folder, Section... more) {
    ServedDesk desk = in(folder, more);
    for (Role role : Role.values()) {
      desk.add(role.label(), role);
    }
    return desk;
  }

  /** With people, behind a proxy that browsers reach by https. */
  static ServedDesk behindProxy(Path folder, URI publicUrl) {
    withPeople(folder).close();
    return new ServedDesk(options(folder, 0, publicUrl), Models.NONE);
  }

  void add(String name, Role role) {
    desk().accounts().people().add(new Person(name, role), KEPT);
  }

  /** Everything that a desk answers to. */
  List<Route> routes() {
    return DeskRoutes.of(desk(), TestAddresses.HERE, Sections.of(desk())).all();
  }

  Desk desk() {
    return server.desk();
  }

  int port() {
    return server.port();
  }

  String authority() {
    return "127.0.0.1:" + port();
  }

  Browser browser() {
    return new Browser(port());
  }

  /** A browser in which this person is signed in. */
  Browser signedIn(String name) {
    Browser browser = browser();
    browser.signIn(name, PASSWORD);
    return browser;
  }

  /** Puts a ticket of these words into the queue. */
  Ticket ticket(String name, String subject, String description) {
    var customer = new Customer(1, name, "someone@example.org");
    return desk()
        .tickets()
        .add(List.of(new NewTicket(customer, subject, description, MONDAY, null)))
        .getFirst();
  }

  /** How many tickets there are. */
  int tickets() {
    return desk().tickets().counts().total();
  }

  @Override
  public void close() {
    server.close();
  }
}
