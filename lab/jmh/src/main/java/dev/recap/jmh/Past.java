package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.agent.AgentBuilder;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Stage;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.model.Model;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.util.List;

/**
 * A conversation that was there before, made by a real run: things were painted and folded away
 * until the journal was long enough, then one was begun, and for it other things were looked up
 * until the view was.
 */
final class Past {
  /** Never under pressure; the stages are asked all the same. */
  private static final long THRESHOLD_TOKENS = 1_000_000_000;

  /** The answer and the next question. */
  private static final int MESSAGES_TO_COME = 2;

  private final int messages;
  private final int entries;
  private final Journal journal = Journal.inMemory();
  private int asked;
  private int recorded;
  private boolean begun;

  private Past(int messages, int entries) {
    this.messages = messages;
    this.entries = entries;
  }

  static Agent agent(Model model) {
    return builder(model).build();
  }

  /** One that shortens its view by this stage alone. */
  static Agent shorteningBy(Stage stage, Model model) {
    return builder(model).compaction(Compaction.atTokens(THRESHOLD_TOKENS).stages(stage)).build();
  }

  private static AgentBuilder builder(Model model) {
    return Agent.builder(model)
        .tools(new Shop())
        .compaction(Compaction.atTokens(THRESHOLD_TOKENS))
        .limits(Limits.turns(Integer.MAX_VALUE));
  }

  /**
   * The entries of such a conversation.
   *
   * @param messages of the request that follows once a question is asked
   * @param entries that stand for what has left the view, at least
   */
  static List<Entry> of(int messages, int entries) {
    var past = new Past(messages, entries);
    Agent agent =
        builder(new InstantModel(past::next)).listener((run, entry) -> past.recorded++).build();
    try (Run run = agent.start(past.journal, Words.TASK)) {
      run.result();
    }
    return past.journal.entries();
  }

  private ModelReply next(ModelRequest request) {
    int step = asked % 3;
    String thing = Words.thing(-1 - asked / 3);
    if (!begun && (recorded < entries || step != 0)) {
      asked++;
      return switch (step) {
        case 0 -> InstantModel.calling("next_thing", "{}");
        case 1 -> InstantModel.calling("paint", thing);
        default -> InstantModel.calling("finish", thing);
      };
    }
    if (!begun) {
      begun = true;
      return InstantModel.calling("next_thing", "{}");
    }
    return request.messages().size() + MESSAGES_TO_COME < messages
        ? InstantModel.calling("look_up", Words.thing(0))
        : InstantModel.answering();
  }
}
