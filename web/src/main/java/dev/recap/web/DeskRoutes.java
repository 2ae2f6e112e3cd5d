package dev.recap.web;

import dev.recap.web.api.OpenApi;
import dev.recap.web.api.OperationsApi;
import dev.recap.web.api.Requests;
import dev.recap.web.events.EventStream;
import dev.recap.web.guard.Addresses;
import dev.recap.web.guard.BareErrors;
import dev.recap.web.guard.Cookies;
import dev.recap.web.guard.Doorway;
import dev.recap.web.guard.Failures;
import dev.recap.web.guard.Gate;
import dev.recap.web.guard.ResponseHeaders;
import dev.recap.web.guard.Visitors;
import dev.recap.web.pages.SignInPages;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Route;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Screen;
import dev.recap.web.route.Section;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;

/** Everything that a desk answers to, with the guard in front of each. */
final class DeskRoutes {
  private final List<Route> routes;
  private final Guard guard;
  private final Requests requests;

  private DeskRoutes(List<Route> routes, Guard guard, Requests requests) {
    this.routes = routes;
    this.guard = guard;
    this.requests = requests;
  }

  /** What stands between a request and its handler. */
  private record Guard(Addresses addresses, Gate gate, Failures failures) {}

  static DeskRoutes of(Desk desk, Addresses addresses, List<Section> sections) {
    Screen screen = new DeskScreen(desk);
    var cookies = new Cookies(addresses.secure());
    var visitors = new Visitors(desk.accounts(), addresses, cookies);
    var routes = new Routes();
    sections.forEach(section -> section.addTo(routes));
    new SignInPages(new Doorway(desk.accounts(), addresses, cookies)).addTo(routes);
    new EventStream(desk.events(), desk.clock()).addTo(routes);
    var requests = new Requests();
    new OperationsApi(desk, requests).addTo(routes);
    new OpenApi(routes).addTo(routes);
    var guard = new Guard(addresses, new Gate(visitors, addresses, screen), new Failures(screen));
    return new DeskRoutes(routes.all(), guard, requests);
  }

  /** All of them. */
  List<Route> all() {
    return routes;
  }

  /** A server that answers to them, not started yet. */
  Javalin server() {
    return Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "text/html; charset=utf-8";
    // What an attacker can put into a page beside a form token must not show in its length.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setErrorHandler(new BareErrors()));
    config.jetty.modifyServletContextHandler(
        servlets -> servlets.setErrorHandler(new BareErrors()));
    config.routes.before(context -> {
      ResponseHeaders.set(context.res());
      guard.addresses().checkHost(context.req());
    });
    for (Route route : routes) {
      config.routes.addHttpHandler(
          new HandlerType(route.method().name()), route.path(), guard.gate().before(route));
    }
    config.requestLogger.http(
        (context, millis) -> requests.answered(context.req().getMethod(), context.statusCode()));
    config.routes.exception(Refusal.class, guard.failures()::refused);
    config.routes.exception(HttpResponseException.class, guard.failures()::unanswered);
    config.routes.exception(Exception.class, guard.failures()::failed);
  }
}
