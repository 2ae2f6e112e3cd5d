package dev.recap.desk.batch;

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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that works tickets by rote, and knows of each request only what stands in it. */
public final class Clerk implements Model {
  public static final ModelProfile PROFILE =
      new ModelProfile("clerk", 200_000, 1_024, new Prices(1, 0.1, 1.25, 5));

  /** What each reply takes. */
  static final Usage USAGE = new Usage(1_000, 0, 0, 100);

  private static final Pattern ID = Pattern.compile("TICKET-\\d+");

  private final AtomicInteger asked = new AtomicInteger();
  private final IntConsumer before;

  /** One that is told how often it was asked before it answers. */
  public Clerk(IntConsumer before) {
    this.before = before;
  }

  public Clerk() {
    this(times -> {});
  }

  public int asked() {
    return asked.get();
  }

  @Override
  public ModelProfile profile() {
    return PROFILE;
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    before.accept(asked.incrementAndGet());
    List<Message> messages = request.messages();
    List<Block> last = messages.getLast().content();
    if (!(last.getLast() instanceof ToolResult result)) {
      return calls(messages, "get_next_ticket", "");
    }
    ToolCall call = (ToolCall) messages.get(messages.size() - 2).content().getLast();
    if (call.tool().equals("get_next_ticket") && result.error()) {
      return new ModelReply(List.of(new Text("All done.")), StopReason.END_TURN, USAGE, "");
    }
    Matcher id = ID.matcher(result.content() + call.arguments());
    String ticket = id.find() ? id.group() : "none";
    return switch (call.tool()) {
      case "get_next_ticket" ->
          calls(messages, "classify_ticket", about(ticket, "category", "billing"));
      case "classify_ticket" -> calls(messages, "set_priority", about(ticket, "priority", "high"));
      case "set_priority" ->
          calls(messages, "route_to_team", about(ticket, "team", "billing-team"));
      case "route_to_team" ->
          calls(messages, "draft_response", about(ticket, "response_text", "Soon."));
      case "draft_response" -> calls(messages, "mark_complete", "\"ticket_id\":\"" + ticket + "\"");
      default -> calls(messages, "get_next_ticket", "");
    };
  }

  private static String about(String ticket, String name, String value) {
    return "\"ticket_id\":\"%s\",\"%s\":\"%s\"".formatted(ticket, name, value);
  }

  private static ModelReply calls(List<Message> messages, String tool, String arguments) {
    var call = new ToolCall("call_" + messages.size(), tool, "{" + arguments + "}");
    return new ModelReply(List.of(call), StopReason.TOOL_USE, USAGE, "");
  }
}
