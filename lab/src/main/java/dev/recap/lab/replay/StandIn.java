package dev.recap.lab.replay;

import dev.recap.conversation.Text;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import java.util.List;

/**
 * Stands in for a model that writes summaries: its text has a stated size and says nothing, so no
 * value can be in view through it.
 */
final class StandIn implements Model {
  private final ModelProfile profile;
  private final int tokens;
  private final Tally tally;

  StandIn(ModelProfile profile, int tokens, Tally tally) {
    this.profile = profile;
    this.tokens = tokens;
    this.tally = tally;
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    Text text = new Text("~ ".repeat(tokens).strip());
    Usage usage = tally.asked(request, List.of(text));
    return new ModelReply(List.of(text), StopReason.END_TURN, usage, "");
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }
}
