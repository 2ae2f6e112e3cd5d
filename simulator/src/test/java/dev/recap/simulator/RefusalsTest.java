package dev.recap.simulator;

import static dev.recap.simulator.Conversations.assistant;
import static dev.recap.simulator.Conversations.cached;
import static dev.recap.simulator.Conversations.call;
import static dev.recap.simulator.Conversations.list;
import static dev.recap.simulator.Conversations.result;
import static dev.recap.simulator.Conversations.text;
import static dev.recap.simulator.Conversations.thinking;
import static dev.recap.simulator.Conversations.tool;
import static dev.recap.simulator.Conversations.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the API refuses is refused, in its words; what it accepts is not. The sources stand in
 * {@code docs/simulator.md}.
 */
class RefusalsTest {
  private static final String UNANSWERED =
      "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: a."
          + " Each `tool_use` block must have a corresponding `tool_result` block in the next"
          + " message.";
  private static final String UNASKED =
      ": unexpected `tool_use_id` found in `tool_result` blocks: z. Each `tool_result` block must"
          + " have a corresponding `tool_use` block in the previous message.";
  private static final String EMPTY =
      "messages.1: all messages must have non-empty content except for the optional final"
          + " assistant message";
  private static final String EMPTY_ERROR =
      "messages.2.content.0.tool_result: content cannot be empty if `is_error` is true";
  private static final String PREFILL =
      "This model does not support assistant message prefill. The conversation must end with a"
          + " user message.";
  private static final String PATTERN = ": String should match pattern '^[a-zA-Z0-9_-]+$'";

  private final Simulator simulator = Simulator.of(SimulatorOptions.defaults());

  /** A field of a request and what comes of it; {@code message} is empty where it is accepted. */
  record Row(String field, JsonNode value, String message) {
    @Override
    public String toString() {
      return message.isEmpty() ? value.toString() : message;
    }
  }

  private static Row refused(String message, JsonNode... messages) {
    return new Row("messages", list(messages), message);
  }

  /** The same behind a user's message. */
  private static Row behind(String message, JsonNode... messages) {
    ArrayNode all = list(user("Hi"));
    list(messages).forEach(all::add);
    return new Row("messages", all, message);
  }

  private static Row in(String field, String message, JsonNode... parts) {
    return new Row(field, list(parts), message);
  }

  private static ObjectNode failed(ObjectNode result) {
    return result.put("is_error", true);
  }

  static Stream<Row> roles() {
    return Stream.of(
        refused("messages: at least one message is required"),
        refused(
            "messages.0.role: Input should be 'user' or 'assistant', got 'oracle'",
            user("Hi").put("role", "oracle")),
        refused("messages: first message must use the \"user\" role", assistant("Hi")),
        behind(PREFILL, assistant("Yes?")),
        behind(PREFILL, assistant("Yes ")),
        behind(PREFILL, assistant()));
  }

  static Stream<Row> texts() {
    String blank = ": text content blocks must contain non-whitespace text";
    String empty = ": text content blocks must be non-empty";
    String marked = ": cache_control cannot be set for empty text blocks";
    return Stream.of(
        refused("messages.0: user messages must have non-empty content", user("")),
        refused("messages.0: user messages must have non-empty content", user()),
        behind(EMPTY, assistant(""), user("So?")),
        behind(EMPTY, assistant(), user("So?")),
        refused("messages" + blank, user(" \n")),
        refused("messages" + blank, user(text("\t"))),
        refused("messages" + empty, user(text(""))),
        behind("messages" + empty, assistant(text(""), call("a")), user(result("a"))),
        behind("messages" + blank, assistant(text(" "), call("a")), user(result("a"))),
        behind("messages" + empty, assistant(call("a")), user(result("a", list(text(""))))),
        refused("messages.0.content.1.text" + marked, user(text("x"), cached(text("")))),
        in("system", "system" + empty, text("")),
        in("system", "system" + blank, text("Be kind."), text(" ")),
        in("system", "system.0" + marked, cached(text(""))));
  }

  static Stream<Row> pairs() {
    return Stream.of(
        behind(UNANSWERED, assistant(call("a")), user("So?")),
        behind(UNANSWERED, assistant(call("a"))),
        behind(UNANSWERED, assistant(call("a"), call("b")), user(result("b"))),
        behind(UNANSWERED, assistant(call("a")), user(text("here"), result("a"))),
        behind(UNANSWERED, assistant(call("a")), user("So?"), user(result("a"))),
        refused("messages.0.content.0" + UNASKED, user(result("z"))),
        behind(
            "messages.2.content.1" + UNASKED, assistant(call("a")), user(result("a"), result("z"))),
        behind(
            "messages.2.content.1: each tool_use must have a single result. Found multiple"
                + " `tool_result` blocks with id: a",
            assistant(call("a")),
            user(result("a"), result("a"))),
        behind(
            "messages.1.content.1: `tool_use` ids must be unique",
            assistant(call("a"), call("a")),
            user(result("a"))),
        behind(
            "messages.3.content.1: `tool_use` ids must be unique",
            assistant(call("a")),
            user(result("a")),
            assistant(text("So"), call("a")),
            user(result("a"))),
        refused(
            "messages.0.content.0: `tool_use` blocks can only be in `assistant` messages",
            user(call("a"))),
        behind(
            "messages.1: `tool_result` blocks can only be in `user` messages",
            assistant(result("a")),
            user("So?")));
  }

  static Stream<Row> calls() {
    String call = "messages.1.content.0.tool_use.";
    return Stream.of(
        behind(call + "id" + PATTERN, assistant(call("a b")), user(result("a b"))),
        behind(call + "id" + PATTERN, assistant(call("")), user(result(""))),
        refused("messages.0.content.0.tool_result.tool_use_id" + PATTERN, user(result("a:1"))),
        behind(
            call + "name: String should have at least 1 character",
            assistant(call("a", "")),
            user(result("a"))),
        behind(
            call + "name: String should have at most 200 characters",
            assistant(call("a", "n".repeat(201))),
            user(result("a"))),
        behind(
            call + "input: Input should be a valid dictionary",
            assistant(call("a").put("input", "x")),
            user(result("a"))),
        behind(
            call + "input: Field required",
            assistant(call("a").without("input")),
            user(result("a"))),
        behind(EMPTY_ERROR, assistant(call("a")), user(failed(result("a").without("content")))),
        behind(EMPTY_ERROR, assistant(call("a")), user(failed(result("a", new TextNode(""))))),
        behind(EMPTY_ERROR, assistant(call("a")), user(failed(result("a", list())))));
  }

  static Stream<Row> others() {
    String name = ".custom.name: String should ";
    ObjectNode[] five =
        Stream.generate(() -> cached(text("x"))).limit(5).toArray(ObjectNode[]::new);
    return Stream.of(
        refused("A maximum of 4 blocks with cache_control may be provided. Found 5.", user(five)),
        behind(
            "messages.1.content.0.thinking.cache_control: Extra inputs are not permitted",
            assistant(cached(thinking("s")), text("So")),
            user("Go on")),
        behind(
            "messages.1.content.0: Invalid `signature` in `thinking` block",
            assistant(thinking("forged"), text("So")),
            user("Go on")),
        in("tools", "tools.0" + name + "have at least 1 character", tool("")),
        in("tools", "tools.0" + name + "have at most 128 characters", tool("n".repeat(129))),
        in(
            "tools",
            "tools.1" + name + "match pattern '^[a-zA-Z0-9_-]{1,128}$'",
            tool("f"),
            tool("a.b")),
        in("tools", "tools: Tool names must be unique.", tool("f"), tool("f")));
  }

  /** A block of thinking as a reply brings it. */
  private static JsonNode thought() {
    ObjectNode body = Client.request("Hi");
    body.putObject("thinking").put("type", "enabled").put("budget_tokens", 1024);
    Simulator any = Simulator.of(SimulatorOptions.defaults());
    return Client.read(any.answer(body.toString(), Map.of()).json()).at("/content/0");
  }

  static Stream<Row> accepted() {
    return Stream.of(
        behind(
            "",
            user("Hi"),
            assistant(call("a")),
            assistant(call("b")),
            user(result("a")),
            user(result("b"))),
        behind("", assistant(call("a")), user(result("a").without("content"))),
        behind("", assistant(call("a")), user(result("a", new TextNode("")))),
        behind("", assistant(call("a", "git status")), user(failed(result("a")))),
        behind("", assistant("So "), user("Go on")),
        behind("", assistant(thought(), call("a")), user(result("a"), text("So"))),
        refused(
            "", user(cached(text("1")), cached(text("2")), cached(text("3")), cached(text("4")))),
        new Row("system", new TextNode(""), ""));
  }

  private Simulator.Answer answer(String field, JsonNode value) {
    return simulator.answer(Client.request("Hi").set(field, value).toString(), Map.of());
  }

  @ParameterizedTest
  @MethodSource({"roles", "texts", "pairs", "calls", "others"})
  void aRequestIsRefusedInTheWordsOfTheApi(Row row) {
    Simulator.Answer answer = answer(row.field(), row.value());

    JsonNode error = Client.read(answer.json()).path("error");
    assertThat(answer.status()).as(answer.json()).isEqualTo(400);
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.path("message").asText()).isEqualTo(row.message());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void whatTheApiAcceptsIsAnswered(Row row) {
    Simulator.Answer answer = answer(row.field(), row.value());

    assertThat(answer.status()).as(answer.json()).isEqualTo(200);
  }

  /** However many calls a turn has, whatever they got and whatever is said beside them. */
  @Property(tries = 200)
  void aLoopThatPairsItsCallsIsNeverRefused(
      @ForAll @Size(max = 8) List<@IntRange(max = 63) Integer> turns) {
    List<JsonNode> messages = new ArrayList<>(List.of(user(text("Task."), text("Record."))));
    for (int turn = 0; turn < turns.size(); turn++) {
      List<JsonNode> said = new ArrayList<>();
      List<JsonNode> told = new ArrayList<>();
      int shape = turns.get(turn);
      if ((shape & 4) != 0) {
        said.add(text("Next."));
      }
      for (int call = 0; call <= (shape & 3); call++) {
        String id = "toolu_" + turn + "-" + call;
        said.add(call(id));
        told.add((shape & 8) == 0 ? result(id) : failed(result(id, list(text("away")))));
      }
      if ((shape & 16) != 0) {
        told.add(text("Hurry."));
      }
      messages.add(assistant(said.toArray(JsonNode[]::new)));
      messages.add(user(told.toArray(JsonNode[]::new)));
      if ((shape & 32) != 0) {
        messages.add(assistant("Done."));
        messages.add(user("More."));
      }
    }
    Simulator.Answer answer = answer("messages", list(messages.toArray(JsonNode[]::new)));

    assertThat(answer.status()).as(answer.json()).isEqualTo(200);
  }
}
