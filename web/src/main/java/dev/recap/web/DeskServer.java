package dev.recap.web;

import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.knowledge.Library;
import dev.recap.desk.review.DraftCheck;
import dev.recap.desk.shift.Models;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.events.Events;
import dev.recap.web.guard.Addresses;
import dev.recap.web.pages.Sections;
import dev.recap.web.people.Accounts;
import dev.recap.web.people.Passwords;
import dev.recap.web.people.Secrets;
import dev.recap.web.route.Section;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The desk in the browser, from when it is started until it is closed. */
public final class DeskServer implements AutoCloseable {
  private static final long SAMPLE_SEED = 42;

  private final Desk desk;
  private final Javalin server;
  private final URI baseUri;
  private final AtomicBoolean closed = new AtomicBoolean();

  private DeskServer(Desk desk, Javalin server, URI baseUri) {
    this.desk = desk;
    this.server = server;
    this.baseUri = baseUri;
  }

  /**
   * Opens the desk in a folder and serves it.
   *
   * @param models what its agent can work with
   * @param samples how many invented tickets a desk without any gets, and articles with them
   * @throws IOException when the folder cannot be made
   * @throws IllegalArgumentException when others can reach the desk and it has no accounts, or no
   *     public address with https
   * @throws IllegalStateException when the port or the database cannot be used
   */
  public static DeskServer start(DeskOptions options, int samples, Models models)
      throws IOException {
    var parts = new Parts(models, InstantSource.system(), new Passwords(), Sections::of);
    return start(options, samples, parts);
  }

  /** What tests put in the place of others. */
  record Parts(
      Models models,
      InstantSource clock,
      Passwords passwords,
      Function<Desk, List<Section>> sections) {}

  /** The same, of other parts. */
  static DeskServer start(DeskOptions options, int samples, Parts parts) throws IOException {
    Addresses addresses = Addresses.of(options.host(), options.publicUrl());
    TicketStore tickets = options.place().tickets(parts.clock());
    try {
      Accounts accounts = Accounts.in(tickets, parts.clock(), parts.passwords());
      if (addresses.open() && !accounts.people().exist()) {
        throw new IllegalArgumentException(
            "others can reach this desk, and it has no accounts: add one with"
                + " ./recap user add NAME --role lead --data %s".formatted(options.place().path()));
      }
      if (samples > 0 && tickets.counts().total() == 0) {
        sample(tickets, samples, parts.clock());
      }
      return serving(desk(options, accounts, tickets, parts), addresses, options, parts);
    } catch (RuntimeException e) {
      tickets.close();
      throw e;
    }
  }

  /** Invented tickets, and the articles that are written for them. */
  private static void sample(TicketStore tickets, int samples, InstantSource clock) {
    tickets.add(new TicketGenerator(SAMPLE_SEED).generate(samples));
    new Library(tickets, clock).take(ArticleFiles.ofTheSample(), "the sample");
  }

  private static DeskServer serving(
      Desk desk, Addresses addresses, DeskOptions options, Parts parts) {
    try {
      Javalin server =
          DeskRoutes.of(desk, addresses, parts.sections().apply(desk))
              .server()
              .start(options.host(), options.port());
      desk.work().outside().start();
      Thread.ofVirtual().name("warm-up").start(DraftCheck::warmUp);
      return new DeskServer(desk, server, baseUri(options, server.port()));
    } catch (RuntimeException e) {
      desk.work().close();
      throw e instanceof JavalinBindException
          ? new IllegalStateException(
              "port %d of %s cannot be listened on: it is taken, or not allowed"
                  .formatted(options.port(), options.host()),
              e)
          : e;
    }
  }

  private static Desk desk(
      DeskOptions options, Accounts accounts, TicketStore tickets, Parts parts) {
    var events = new Events(Secrets.next().substring(0, 8));
    DeskWork work =
        DeskWork.open(
            options.place(),
            tickets,
            parts.models(),
            topic -> events.publish(topic, "{}"),
            parts.clock());
    return new Desk(options.place().path(), tickets, accounts, events, work);
  }

  private static URI baseUri(DeskOptions options, int port) {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return options.publicUrl() == null
        ? URI.create("http://%s:%d/".formatted(host, port))
        : options.publicUrl();
  }

  /** Where browsers find it. */
  public URI baseUri() {
    return baseUri;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** What its pages are made from. */
  public Desk desk() {
    return desk;
  }

  /** Ends what is being answered and closes the database; a second time does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    desk.events().close();
    server.stop();
    desk.work().close();
    desk.tickets().close();
  }
}
