package dev.recap.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local Messages API on 127.0.0.1 that any SDK can talk to. Behind it stands a set of fixed
 * rules, not an LLM: it knows only what a request says, and nothing is spent.
 *
 * <p>It serves {@code POST /v1/messages} as JSON and as events, and {@code POST
 * /v1/messages/count_tokens}. Each request runs on a virtual thread of the server's own; {@link
 * #close()} ends them.
 */
public final class SimulatorServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);

  private final HttpServer http;
  private final ExecutorService threads;
  private final Service service;

  static {
    // Without it every reply on a kept-alive connection waits 40 ms for the client's delayed ACK.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private SimulatorServer(HttpServer http, ExecutorService threads, Service service) {
    this.http = http;
    this.threads = threads;
    this.service = service;
  }

  /**
   * Starts a server.
   *
   * @throws UncheckedIOException if the port is taken; the message names it
   */
  public static SimulatorServer start(SimulatorOptions options) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "port " + options.port() + " cannot be used: " + e.getMessage() + "; choose another", e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Service service = new Service(options);
    http.setExecutor(threads);
    http.createContext("/", new HttpFront(service));
    http.start();
    LOG.info("simulator server on {}: fixed rules, not an LLM", http.getAddress());
    return new SimulatorServer(http, threads, service);
  }

  /** Where clients point their base URL; without {@code /v1}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return http.getAddress().getPort();
  }

  /** A door to the same simulator that takes no HTTP: one cache, one log, one plan of faults. */
  public Simulator direct() {
    return new Simulator(service);
  }

  /** Every exchange so far, in the order of the answers; a copy. */
  public List<RecordedExchange> exchanges() {
    return service.log().all();
  }

  /** Stops listening and ends the requests under way. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
