package dev.recap.lab.replay;

import dev.recap.conversation.Text;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import java.util.List;
import java.util.function.Supplier;

/** Stands in for a model that writes summaries, with texts that are there beforehand. */
final class StandIn implements Model {
  private final ModelProfile profile;
  private final Supplier<String> texts;
  private final Tally tally;

  StandIn(ModelProfile profile, Supplier<String> texts, Tally tally) {
    this.profile = profile;
    this.texts = texts;
    this.tally = tally;
  }

  /** So many tokens that say nothing, so that no value is in view through them. */
  static Supplier<String> saysNothing(int tokens) {
    return () -> "~ ".repeat(tokens).strip();
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    Text text = new Text(texts.get());
    Usage usage = tally.asked(request, List.of(text));
    return new ModelReply(List.of(text), StopReason.END_TURN, usage, "");
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }
}
