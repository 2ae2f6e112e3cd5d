package dev.recap.lab.retail;

import dev.recap.conversation.Text;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import java.util.List;

/** Stands in for a model that writes summaries: whatever happened, it says the same little. */
final class SaysLittle implements Model {
  private static final Text SUMMARY = new Text("A customer of the shop is being served.");
  private static final int WINDOW = 1_000_000;
  private static final int CACHEABLE_MINIMUM = 1_024;

  @Override
  public ModelReply ask(ModelRequest request) {
    return new ModelReply(List.of(SUMMARY), StopReason.END_TURN, Usage.NONE, "");
  }

  @Override
  public ModelProfile profile() {
    return new ModelProfile("says-little", WINDOW, CACHEABLE_MINIMUM, null);
  }
}
