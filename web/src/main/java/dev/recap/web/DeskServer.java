package dev.recap.web;

import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.guard.Gate;
import dev.recap.web.guard.ResponseHeaders;
import dev.recap.web.guard.Visitors;
import dev.recap.web.pages.Sections;
import dev.recap.web.route.Route;
import dev.recap.web.route.Routes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;

/** The desk in the browser, from when it is started until it is closed. */
public final class DeskServer implements AutoCloseable {
  private static final long SAMPLE_SEED = 42;

  private final Desk desk;
  private final Javalin server;
  private final DeskOptions options;

  private DeskServer(Desk desk, Javalin server, DeskOptions options) {
    this.desk = desk;
    this.server = server;
    this.options = options;
  }

  /**
   * Opens the desk in a folder and serves it.
   *
   * @param samples how many invented tickets a desk without any gets
   * @throws IOException when the folder cannot be made
   * @throws IllegalStateException when the port or the database cannot be used
   */
  public static DeskServer start(DeskOptions options, int samples) throws IOException {
    Files.createDirectories(options.folder());
    InstantSource clock = InstantSource.system();
    TicketStore tickets = TicketStore.open(Desk.database(options.folder()), clock);
    var desk = new Desk(options.folder(), tickets, AgentSwitch.NONE, clock);
    try {
      if (samples > 0 && tickets.counts().total() == 0) {
        tickets.add(new TicketGenerator(SAMPLE_SEED).generate(samples));
      }
      return new DeskServer(desk, listening(desk, options), options);
    } catch (RuntimeException e) {
      tickets.close();
      throw e;
    }
  }

  private static Javalin listening(Desk desk, DeskOptions options) {
    var gate = new Gate(new Visitors(), new DeskScreen(desk));
    var routes = new Routes();
    Sections.of(desk).forEach(section -> section.addTo(routes));
    return Javalin.create(config -> configure(config, gate, routes.all()))
        .start(options.host(), options.port());
  }

  private static void configure(JavalinConfig config, Gate gate, List<Route> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.before(context -> ResponseHeaders.set(context.res()));
    for (Route route : routes) {
      config.routes.addHttpHandler(
          new HandlerType(route.method().name()), route.path(), gate.before(route));
    }
  }

  /** Where it listens. */
  public URI baseUri() {
    return URI.create("http://%s:%d/".formatted(options.host(), server.port()));
  }

  /** What its pages are made from. */
  public Desk desk() {
    return desk;
  }

  /** Ends what is being answered and closes the database. */
  @Override
  public void close() {
    server.stop();
    desk.tickets().close();
  }
}
