package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.compaction.Compaction;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A conversation that was there before, made by a real run: things were painted and folded away
 * until the journal was long enough, then things were looked up until the view was.
 */
final class Past {
  /** Never under pressure; the stages are asked all the same. */
  private static final long THRESHOLD_TOKENS = 1_000_000_000;

  private final int messages;
  private final int entries;
  private final Journal journal = Journal.inMemory();
  private int asked;
  private int recorded;

  private Past(int messages, int entries) {
    this.messages = messages;
    this.entries = entries;
  }

  static Agent agent(InstantModel model, Shop shop) {
    return builder(model, shop).build();
  }

  private static dev.recap.agent.AgentBuilder builder(InstantModel model, Shop shop) {
    return Agent.builder(model)
        .tools(shop)
        .compaction(Compaction.atTokens(THRESHOLD_TOKENS))
        .limits(Limits.turns(Integer.MAX_VALUE));
  }

  /**
   * The entries of such a conversation.
   *
   * @param messages of the last request
   * @param entries that stand for what has left the view, at least
   */
  static List<Entry> of(int messages, int entries) {
    var past = new Past(messages, entries);
    Agent agent =
        builder(new InstantModel(past::next), new Shop())
            .listener((run, entry) -> past.recorded++)
            .build();
    try (Run run = agent.start(past.journal, Words.TASK)) {
      run.result();
    }
    return past.journal.entries();
  }

  private ModelReply next(ModelRequest request) {
    int step = asked % 3;
    if (recorded < entries || step != 0) {
      asked++;
      String thing = "{\"thing\":\"T-%d\"}".formatted((asked + 2) / 3);
      return switch (step) {
        case 0 -> InstantModel.calling("next_thing", "{}");
        case 1 -> InstantModel.calling("paint", thing);
        default -> InstantModel.calling("finish", thing);
      };
    }
    return request.messages().size() < messages
        ? InstantModel.calling("look_up", Words.ARGUMENTS)
        : InstantModel.answering();
  }

  /** A journal that goes on from these entries without copying them. */
  static Journal goingOn(List<Entry> past) {
    List<Entry> more = new ArrayList<>();
    return new Journal() {
      @Override
      public void append(List<? extends Entry> entries) {
        more.addAll(entries);
      }

      @Override
      public long size() {
        return past.size() + more.size();
      }

      @Override
      public void read(long from, Consumer<? super Entry> each) {
        Stream.of(past, more).flatMap(List::stream).skip(from).forEach(each);
      }
    };
  }
}
