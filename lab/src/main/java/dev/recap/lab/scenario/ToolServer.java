package dev.recap.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskExport;
import dev.recap.desk.tools.DeskTools;
import dev.recap.model.ToolSpec;
import dev.recap.tool.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The desk's tools over loopback, for clients in other languages: {@code GET /export} gives task,
 * summary prompt and tool specs, {@code POST /tools/NAME} with {@code {"id", "input"}} runs a tool,
 * {@code GET /calls} and {@code GET /tickets} read the store.
 */
public final class ToolServer implements AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final String RUN = "foreign";
  private static final String TOOLS = "/tools/";
  private static final int MOST_BYTES = 1 << 20;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TicketStore store = TicketStore.inMemory();
  private final DeskCalls calls;
  private final List<String> rejected = Collections.synchronizedList(new ArrayList<>());
  private final List<ToolSpec> specs;
  private final String export;

  private ToolServer(HttpServer http, int tickets, long seed) {
    this.http = http;
    store.add(new TicketSource.Generated(tickets, seed).tickets());
    Tools tools = new DeskTools(store, KnowledgeBase.standard()).toolbox();
    this.calls = new DeskCalls(tools, RUN);
    this.specs = tools.specs();
    this.export = DeskExport.json(tickets, specs);
  }

  /**
   * Starts a server on 127.0.0.1.
   *
   * @param port 0 for a free one
   * @throws IllegalArgumentException when the port cannot be used
   */
  public static ToolServer start(int port, int tickets, long seed) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var server = new ToolServer(HttpServer.create(address, 0), tickets, seed);
      server.http.createContext("/", server::handle);
      server.http.setExecutor(server.threads);
      server.http.start();
      return server;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "port %d cannot be used: %s".formatted(port, e.getMessage()), e);
    }
  }

  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** The tools, as a request tells of them. */
  public List<ToolSpec> specs() {
    return specs;
  }

  /** Runs a tool for a client in this process. */
  public ToolResult run(ToolCall call) {
    DeskCalls.Done done = calls.run(call);
    if (!done.executed()) {
      rejected.add(call.id());
    }
    return done.result();
  }

  /** The rows of the store's {@code tool_call} table, in the order in which they took effect. */
  public List<RecordedCall> calls() {
    return store.calls();
  }

  /** The ids of the calls that were answered with an error without running, one element a call. */
  public List<String> rejected() {
    synchronized (rejected) {
      return List.copyOf(rejected);
    }
  }

  /** How far the queue is. */
  public QueueCounts counts() {
    return store.counts();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    store.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST") && path.startsWith(TOOLS)) {
        runTool(exchange, path.substring(TOOLS.length()));
      } else if (exchange.getRequestMethod().equals("GET")) {
        read(exchange, path);
      } else {
        answer(exchange, 405, error("use GET, or POST /tools/NAME"));
      }
    }
  }

  private void runTool(HttpExchange exchange, String tool) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    JsonNode asked;
    try {
      asked = JSON.readTree(body);
    } catch (IOException notJson) {
      answer(exchange, 400, error("the body must be {\"id\": ..., \"input\": {...}}"));
      return;
    }
    String id = asked.path("id").asText("");
    if (id.isEmpty() || !asked.path("input").isObject()) {
      answer(exchange, 400, error("the body must be {\"id\": ..., \"input\": {...}}"));
      return;
    }
    ToolResult result = run(new ToolCall(id, tool, asked.path("input").toString()));
    answer(
        exchange,
        200,
        JSON.writeValueAsString(Map.of("content", result.content(), "isError", result.error())));
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/export" -> answer(exchange, 200, export);
      case "/calls" -> answer(exchange, 200, JSON.writeValueAsString(store.calls()));
      case "/tickets" -> answer(exchange, 200, JSON.writeValueAsString(store.tickets()));
      default -> answer(exchange, 404, error("there are /export, /calls, /tickets, /tools/NAME"));
    }
  }

  private static String error(String message) {
    try {
      return JSON.writeValueAsString(Map.of("error", message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
