package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static dev.recap.testing.Step.shouts;

import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that happens in a story, whatever has happened before.
 *
 * @param steps what the turn consists of; none where it is no turn of calls
 * @param pick which item, address or color
 * @param words how much is said
 */
record Happening(Kind kind, List<Deed> steps, int pick, int words) {

  /** What it is. */
  enum Kind {
    TURN,
    THINKING_TURN,
    ANSWER,
    USER,
    SETTLED,
    SETTLED_AS_FAILED
  }

  /** What a call does. */
  enum Deed {
    OPENS,
    PAINTS,
    FINISHES,
    LOOKS_AT,
    LOOKS_UP,
    MAILS,
    MAILS_AND_NOBODY_KNOWS,
    PAINTS_IN_VAIN,
    IS_REFUSED,
    SHOUTS
  }

  void tell(Story story) {
    switch (kind) {
      case TURN -> story.turn(told(story));
      case THINKING_TURN -> story.thinkingTurn(told(story));
      case ANSWER -> story.says("Said " + pick + "." + " so".repeat(words));
      case USER -> story.userSays("Message " + pick + ", KB-" + pick + "." + " so".repeat(words));
      case SETTLED -> {
        if (!story.ledger().unsettledCalls().isEmpty()) {
          story.settles("it went out");
        }
      }
      case SETTLED_AS_FAILED -> {
        if (!story.ledger().unsettledCalls().isEmpty()) {
          story.settlesAsFailed("it came back");
        }
      }
    }
  }

  /** No item is finished twice in a turn, which the guard would refuse. */
  private Step[] told(Story story) {
    List<String> open = new ArrayList<>();
    story.ledger().open().stream().map(Opening::item).forEach(item -> open.add(item.key()));
    List<Step> told = new ArrayList<>();
    for (Deed deed : steps) {
      String item = open.isEmpty() ? "T-" + pick % 5 : open.get(pick % open.size());
      told.add(step(deed, open, item).saying("told " + pick + " words".repeat(words)));
    }
    return told.toArray(Step[]::new);
  }

  private Step step(Deed deed, List<String> open, String item) {
    return switch (deed) {
      case OPENS -> opens("T-" + pick % 5);
      case PAINTS -> paints(item, "color" + pick);
      case FINISHES ->
          open.remove(item)
              ? finishes(item, new Fact("color", "c" + pick % 3, Fact.Kind.CHOICE))
              : looksAt(item);
      case LOOKS_AT -> looksAt(item);
      case LOOKS_UP -> looksUp("KB-" + pick);
      case MAILS -> mails("nr" + pick);
      case MAILS_AND_NOBODY_KNOWS -> mails("unknown" + pick).unknown();
      case PAINTS_IN_VAIN -> paints(item, "color" + pick).failing();
      case IS_REFUSED -> mails("refused" + pick).rejected();
      case SHOUTS -> shouts("hey" + pick);
    };
  }

  static Arbitrary<Happening> any() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(12, Kind.TURN),
            Tuple.of(2, Kind.THINKING_TURN),
            Tuple.of(1, Kind.ANSWER),
            Tuple.of(3, Kind.USER),
            Tuple.of(1, Kind.SETTLED),
            Tuple.of(1, Kind.SETTLED_AS_FAILED));
    Arbitrary<Deed> deeds =
        Arbitraries.frequency(
            Tuple.of(4, Deed.OPENS),
            Tuple.of(4, Deed.PAINTS),
            Tuple.of(5, Deed.FINISHES),
            Tuple.of(2, Deed.LOOKS_AT),
            Tuple.of(4, Deed.LOOKS_UP),
            Tuple.of(3, Deed.MAILS),
            Tuple.of(1, Deed.MAILS_AND_NOBODY_KNOWS),
            Tuple.of(1, Deed.PAINTS_IN_VAIN),
            Tuple.of(1, Deed.IS_REFUSED),
            Tuple.of(1, Deed.SHOUTS));
    return Combinators.combine(
            kinds,
            deeds.list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.integers().between(0, 99),
            Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(2, 40), Tuple.of(1, 400)))
        .as(Happening::new);
  }
}
