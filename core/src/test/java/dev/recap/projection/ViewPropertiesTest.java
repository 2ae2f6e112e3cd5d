package dev.recap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Trim;
import dev.recap.compactor.Compactor;
import dev.recap.conversation.Message;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.Ledger;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.testing.Replies;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Carried forward entry by entry, a view is what the whole journal gives, whatever left it. */
class ViewPropertiesTest {
  private static final RequestFrame FRAME = new RequestFrame("", List.of(), 1_000, "recall");

  /** Something that happens in a conversation. */
  private enum Event {
    SHORT_MESSAGE,
    LONG_MESSAGE,
    ANSWER,
    OPENS,
    PAINTS,
    FINISHES,
    LOOKS_UP;

    void happen(Story story, int number) {
      switch (this) {
        case SHORT_MESSAGE -> story.userSays("Paint number " + (1_000 + number) + ".");
        case LONG_MESSAGE -> story.userSays(number + " because it is so.".repeat(50 + number));
        case ANSWER -> story.says("Fine, number " + number + ".");
        case OPENS -> story.turn(Step.opens("T-" + number / 4));
        case PAINTS -> story.turn(Step.paints("T-" + number / 4, "red"));
        case FINISHES -> story.turn(Step.finishes("T-" + number / 4));
        case LOOKS_UP -> story.turn(Step.looksUp("glue ".repeat(40)));
      }
    }
  }

  /** Writes summaries of one line. */
  private static final class Writer implements Model {
    @Override
    public ModelProfile profile() {
      return new ModelProfile("writer", 200_000, 0, null);
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      return Replies.saying("Things are being painted.").reply();
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Arbitraries.of(Event.class).list().ofMinSize(1).ofMaxSize(60);
  }

  @Provide
  Arbitrary<Compaction> policies() {
    return Arbitraries.of(200L, 600L, 1_500L)
        .flatMap(tokens ->
            Arbitraries.of(
                Compaction.atTokens(tokens),
                Compaction.atTokens(tokens).minimumGain(0).stages(new Fold(), new Trim()),
                Compaction.summary(tokens)));
  }

  @Property(tries = 150)
  void isWhatTheWholeJournalGives(
      @ForAll("events") List<Event> events, @ForAll("policies") Compaction policy) {
    Journal entries = Journal.inMemory();
    var journal = new ProjectedJournal(entries, 17, entry -> {});
    var compactor = new Compactor(policy, FRAME, new Writer(), new SettableClock(Story.NOON));
    Story story = Story.of("Paint.");
    int told = 0;
    for (int i = 0; i < events.size(); i++) {
      events.get(i).happen(story, i);
      for (Entry entry : story.entries().subList(told, story.entries().size())) {
        journal.append(entry);
      }
      told = story.entries().size();
      compactor.beforeRequest(journal);

      View whole = View.of(entries.entries(), 17);
      assertThat(journal.view()).isEqualTo(whole);
      assertThat(journal.view().messages()).isEqualTo(whole.messages());
      whatTheUserSaidHasItsPlace(journal);
    }
    assertThat(carried(entries.entries())).isEqualTo(View.of(entries.entries(), 17));
    SnapshotCuts.checkEach(entries.entries());
  }

  private static View carried(List<Entry> entries) {
    View view = View.empty(17);
    Ledger ledger = Ledger.empty();
    for (Entry entry : entries) {
      view = view.after(entry, ledger);
      ledger = ledger.after(entry);
    }
    return view;
  }

  /** In the head or in the tail, in the order in which it was said, the newest in the tail. */
  private static void whatTheUserSaidHasItsPlace(ProjectedJournal journal) {
    View view = journal.view();
    List<String> said =
        journal.entries().stream()
            .filter(entry -> entry instanceof UserSaid user && !user.pinned())
            .map(entry -> ((UserSaid) entry).text())
            .toList();
    List<String> placed =
        Stream.concat(view.said().stream(), view.userMessages()).map(UserSegment::text).toList();
    List<HeadBlock> blocks = view.head(Kind.USER);

    assertThat(said).endsWith(placed.toArray(String[]::new));
    assertThat(blocks).hasSameSizeAs(view.said());
    if (placed.size() < said.size()) {
      assertThat(view.head(Kind.USER_KEYS)).hasSize(1);
    }
    if (!said.isEmpty()) {
      assertThat(view.userMessages().toList()).last().extracting("text").isEqualTo(said.getLast());
      assertThat(view.messages().stream().map(Message::text).toList().toString())
          .contains(said.getLast());
    }
  }
}
