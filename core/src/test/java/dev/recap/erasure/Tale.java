package dev.recap.erasure;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Trim;
import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.erasure.Belonging.Place;
import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.journal.Waiting;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.recall.RecallQuery;
import dev.recap.recall.originals.Recall;
import dev.recap.testing.Compacting;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A story in which every text of a tool or of the model has a word of its own, that stands nowhere
 * else but where the text was handed on.
 */
final class Tale {
  /** One inside another, and one with letters that JSON may escape. */
  static final List<String> ITEMS = List.of("T-1", "T-11", "T-1-B", "Gr\u00f6\u00dfe 7");

  /** Where a word of the model's stands that belongs to no call. */
  static final String NO_CALL = "";

  static final String TASK = "Paint T-1, and T-1-B.";

  private static final int SUMMARY_TOKENS = 500;

  private final Story story = Story.of(TASK);
  private final Map<String, Place> planted = new LinkedHashMap<>();
  private int turn;
  private int at;

  /**
   * Something that happens.
   *
   * @param pick which item
   * @param more what happens in the same turn besides
   */
  record Event(Kind kind, int pick, List<Kind> more) {}

  enum Kind {
    OPENS,
    PAINTS,
    PAINTS_IN_VAIN,
    FINISHES,
    LOOKS_AT,
    LOOKS_UP,
    MAILS,
    MAILS_AND_NOBODY_KNOWS,
    IS_REFUSED,
    RECALLS,
    SAYS,
    REPEATS_THE_VIEW,
    USER_SAYS,
    FOLDS,
    CLEARS,
    TRIMS,
    SUMS_UP
  }

  static Arbitrary<List<Event>> events() {
    Arbitrary<Kind> kinds = Arbitraries.of(Kind.class);
    Arbitrary<Kind> steps = Arbitraries.of(Kind.class).filter(Tale::isStep);
    return Combinators.combine(
            kinds, Arbitraries.integers().between(0, 3), steps.list().ofMaxSize(2))
        .as(Event::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(30);
  }

  static Tale of(List<Event> events) {
    var tale = new Tale();
    events.forEach(tale::tell);
    while (!tale.story.ledger().unsettledCalls().isEmpty()) {
      tale.settle();
    }
    return tale;
  }

  Story story() {
    return story;
  }

  /** Each word, with the call that it was planted in. */
  Map<String, Place> planted() {
    return planted;
  }

  private static boolean isStep(Kind kind) {
    return kind.compareTo(Kind.SAYS) < 0;
  }

  private String word() {
    return word(new Place(turn, "call-%d-%d".formatted(turn, at)));
  }

  private String word(Place place) {
    String word = "word" + planted.size() + "x";
    planted.put(word, place);
    return word;
  }

  private void settle() {
    var subject = story.ledger().unsettledCalls().getFirst().subject();
    story.settles("it went out, " + word(new Place(subject.turn(), subject.callId())));
  }

  private void tell(Event event) {
    switch (event.kind) {
      case SAYS -> {
        turn++;
        story.says("I see. " + word(new Place(turn, NO_CALL)));
      }
      case REPEATS_THE_VIEW -> {
        turn++;
        story.says("So: " + tail());
      }
      case USER_SAYS -> story.userSays("And what of t-1, KB-" + event.pick + "?");
      case FOLDS -> Compacting.forced(story, new Fold(), true);
      case CLEARS -> Compacting.forced(story, new ClearToolResults().keepTokens(0), true);
      case TRIMS -> Compacting.forced(story, new Trim(), true);
      case SUMS_UP -> sumUp();
      default -> turn(event);
    }
  }

  /** What the turns in view say, word for word. */
  private String tail() {
    return story.view().turns().stream()
        .flatMap(seen -> seen.calls().stream())
        .flatMap(call -> call.result().stream())
        .map(ToolResult::content)
        .collect(Collectors.joining("\n"));
  }

  /** A summary that repeats all it was shown. */
  private void sumUp() {
    Integer[] turns =
        story.view().turns().stream().map(TurnSegment::number).toArray(Integer[]::new);
    if (turns.length > 0) {
      String all =
          story.view().messages().stream()
              .map(Message::content)
              .flatMap(List::stream)
              .map(Tale::words)
              .collect(Collectors.joining("\n"));
      story.then(
          new SummaryAsked(
              SUMMARY_TOKENS, new Written(all, null), null, Usage.NONE, Duration.ZERO, null));
      List<Opening> covered = story.ledger().open();
      Compacting.leaveWithSummary(story, all, covered, turns);
    }
  }

  private static String words(Block block) {
    return switch (block) {
      case Text text -> text.text();
      case ToolResult result -> result.content();
      default -> "";
    };
  }

  private void turn(Event event) {
    turn++;
    at = 2;
    var place = new Place(turn, NO_CALL);
    List<Block> before =
        List.of(
            new Opaque("thinking", "{\"thinking\":\"%s\"}".formatted(word(place))),
            new Text("Let me see, " + word(place)));
    Step[] steps = new Step[event.more.size() + 1];
    var open = new ArrayList<>(story.ledger().open());
    steps[0] = step(event.kind, event.pick, open);
    for (int i = 1; i < steps.length; i++) {
      at++;
      steps[i] = step(event.more.get(i - 1), event.pick + i, open);
    }
    story.turn(before, steps);
    if (event.kind == Kind.IS_REFUSED) {
      at = 2;
      String id = "call-%d-2".formatted(turn);
      story.then(new Waiting(turn, id, "mail", "{\"to\":\"%s\"}".formatted(word()), null));
      story.then(new Decided(turn, id, new Decided.Word(false, word(), "Pat", Story.NOON)));
    }
  }

  private Step step(Kind kind, int pick, List<Opening> open) {
    String any = ITEMS.get(pick % ITEMS.size());
    String item = open.isEmpty() ? any : open.get(pick % open.size()).item().key();
    Step told =
        switch (kind) {
          case OPENS -> Step.opens(any);
          // An agent puts on record that work began; a story does not.
          case PAINTS -> open.isEmpty() ? Step.opens(any) : Step.paints(item, word());
          case PAINTS_IN_VAIN ->
              open.isEmpty() ? Step.opens(any) : Step.paints(item, word()).failing();
          case FINISHES ->
              open.removeIf(opening -> opening.item().key().equals(item))
                  ? Step.finishes(
                      item,
                      new Fact("color", "c" + pick, Fact.Kind.CHOICE),
                      new Fact("note", word(), Fact.Kind.QUOTED))
                  : Step.looksAt(item);
          case LOOKS_AT -> Step.looksAt(any);
          case LOOKS_UP -> Step.looksUp(word()).saying("it is like t-1");
          case MAILS -> Step.mails(word());
          case MAILS_AND_NOBODY_KNOWS -> Step.mails(word()).unknown();
          case IS_REFUSED -> Step.mails(word()).rejected();
          default -> recalls(any);
        };
    return kind == Kind.RECALLS ? told : told.saying(told.text() + ", " + word());
  }

  /** What the runtime's own tool says of a past that is no longer shown. */
  private Step recalls(String item) {
    String said =
        Recall.answer(
            story.entries(), story.view(), new RecallQuery("", "word1x found so " + item));
    var what = new Step.What(Recall.NAME, Effect.READ_ONLY, "{\"words\":\"found\"}");
    return new Step(what, null, Answered.Standing.CONFIRMED, said, null);
  }
}
