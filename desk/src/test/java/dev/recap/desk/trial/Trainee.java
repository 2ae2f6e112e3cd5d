package dev.recap.desk.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.model.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A model that works tickets by rote with the same words, and remembers what it was shown. */
final class Trainee implements Model {
  static final ModelProfile PROFILE =
      new ModelProfile("trainee", 200_000, 1_024, new Prices(1, 0.1, 1.25, 5));

  /** What each reply takes. */
  static final Usage USAGE = new Usage(1_000, 0, 0, 100);

  /** Seven calls of a ticket. */
  static final int REPLIES_A_TICKET = 7;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Decisions says;
  private final IntConsumer before;
  private final List<ModelRequest> shown = new ArrayList<>();

  /**
   * One that says this of every ticket.
   *
   * @param before told how often it was asked before it answers
   */
  Trainee(Decisions says, IntConsumer before) {
    this.says = says;
    this.before = before;
  }

  Trainee(Decisions says) {
    this(says, times -> {});
  }

  List<ModelRequest> shown() {
    return shown;
  }

  @Override
  public ModelProfile profile() {
    return PROFILE;
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    shown.add(request);
    before.accept(shown.size());
    List<Message> messages = request.messages();
    List<Block> last = messages.getLast().content();
    if (!(last.getLast() instanceof ToolResult result)) {
      return calls("get_next_ticket", Map.of());
    }
    ToolCall call = (ToolCall) messages.get(messages.size() - 2).content().getLast();
    if (call.tool().equals("get_next_ticket") && result.error()) {
      return new ModelReply(List.of(new Text("All done.")), StopReason.END_TURN, USAGE, "");
    }
    return after(call, result);
  }

  private ModelReply after(ToolCall call, ToolResult result) {
    String id =
        call.tool().equals("get_next_ticket")
            ? read(result.content()).path("id").asText()
            : read(call.arguments()).path("ticket_id").asText("");
    return switch (call.tool()) {
      case "get_next_ticket" ->
          calls("classify_ticket", Map.of("ticket_id", id, "category", said(says.category())));
      case "classify_ticket" ->
          calls("set_priority", Map.of("ticket_id", id, "priority", said(says.priority())));
      case "set_priority" ->
          calls("route_to_team", Map.of("ticket_id", id, "team", said(says.team())));
      case "route_to_team" ->
          calls("draft_response", Map.of("ticket_id", id, "response_text", said(says.reply())));
      case "draft_response" -> calls("mark_complete", Map.of("ticket_id", id));
      default -> calls("get_next_ticket", Map.of());
    };
  }

  private static String said(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private ModelReply calls(String tool, Map<String, String> arguments) {
    var call = new ToolCall("call_" + shown.size(), tool, TrialJson.text(arguments));
    return new ModelReply(List.of(call), StopReason.TOOL_USE, USAGE, "");
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }
}
