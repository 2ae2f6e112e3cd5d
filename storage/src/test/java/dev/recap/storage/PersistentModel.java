package dev.recap.storage;

import dev.recap.conversation.ToolCall;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for one call until it hears that it was done. */
final class PersistentModel implements Model {
  private static final int MOST = 6;

  private final String tool;
  private final String arguments;
  private final String done;
  private final AtomicInteger asked = new AtomicInteger();

  PersistentModel(String tool, String arguments, String done) {
    this.tool = tool;
    this.arguments = arguments;
    this.done = done;
  }

  @Override
  public ModelProfile profile() {
    return new ModelProfile("persistent", 200_000, 1_024, null);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    int nth = asked.incrementAndGet();
    if (nth > MOST || request.messages().getLast().toString().contains(done)) {
      return Replies.saying("done").reply();
    }
    // Ids are unique in a conversation, whoever goes on with it.
    var call = new ToolCall("call_" + request.messages().size() + "_" + nth, tool, arguments);
    return Replies.saying("again").stopping(StopReason.TOOL_USE).and(call).reply();
  }
}
