package dev.recap.compactor;

import dev.recap.compaction.Stage;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Proposal.Ask;
import dev.recap.compaction.Stage.Proposal.Forget;
import dev.recap.compaction.Stage.Proposal.Leave;
import dev.recap.compaction.Stage.Proposal.Nothing;
import dev.recap.compaction.Stage.Proposal.Stub;
import dev.recap.compaction.Stage.Situation;
import dev.recap.conversation.Usage;
import dev.recap.head.HeadWriter;
import dev.recap.head.SummaryText;
import dev.recap.invariants.Invariants;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.journal.Weighed;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.work.Opening;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what one stage proposes: makes a candidate of it, judges and weighs that, asks for a
 * summary where one is wanted, and puts on record what was adopted.
 */
record StageRun(
    Stage stage, ProjectedJournal journal, Demand demand, StageRun.Tools tools, View view) {
  private static final Logger LOG = LoggerFactory.getLogger(StageRun.class);

  /**
   * What every stage of a run is carried out with.
   *
   * @param record whether heads state what is on record
   */
  record Tools(
      SummaryCall summaries,
      Weigher weigher,
      Explanations explanations,
      Stubs stubs,
      Thinking thinking,
      boolean record) {}

  /** Whether the view is another one afterwards. */
  boolean attempt() {
    if (!demand.isForced() && journal.breaker().pauses(stage.name(), view)) {
      passOver("kept: its last two compactions did not bring what they claimed");
      return false;
    }
    return switch (proposal()) {
      case Leave leave -> leave(leave);
      case Stub stub -> stub(tools.stubs().of(view, stub));
      case Forget forget -> forget(forget);
      case Ask ask -> ask(ask);
      case Nothing nothing -> {
        LOG.debug("{} has nothing to do: {}", stage.name(), nothing.reason());
        yield false;
      }
    };
  }

  /** A stage of the caller's that breaks down costs nothing but its turn. */
  private Proposal proposal() {
    try {
      return Objects.requireNonNull(
          stage.propose(new Situation(view, journal.ledger())), "the proposal is null");
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      LOG.warn("stage {} threw and is passed over; the run goes on", stage.name(), failure);
      return Proposal.nothing("it threw " + failure);
    }
  }

  private boolean leave(Leave leave) {
    Set<Integer> present = new HashSet<>();
    view.turns().forEach(turn -> present.add(turn.number()));
    List<Integer> turns = leave.turns().stream().distinct().filter(present::contains).toList();
    if (turns.isEmpty()) {
      return false;
    }
    HeadWriter writer = writer();
    return toTheGoal(
        turns.size(),
        leave.onlyToTheGoal(),
        false,
        some -> {
          Set<Integer> leaving = new LinkedHashSet<>(turns.subList(0, some));
          Left left = Candidate.leaving(view, leaving, stage.needsPressure());
          return Candidate.of(from(), writer, left, null);
        });
  }

  private boolean forget(Forget forget) {
    int newest = view.turns().isEmpty() ? 0 : view.turns().getLast().number();
    Set<Integer> thinking =
        view.turns().stream()
            .filter(turn -> turn.hasThinking() && turn.number() != newest)
            .map(TurnSegment::number)
            .collect(Collectors.toSet());
    List<Integer> turns = forget.turns().stream().distinct().filter(thinking::contains).toList();
    return !turns.isEmpty()
        && toTheGoal(
            turns.size(),
            forget.onlyToTheGoal(),
            true,
            some -> {
              Set<Integer> without = Set.copyOf(turns.subList(0, some));
              return Candidate.inTheTail(from(), new Left(Set.of(), List.of(), without, 0));
            });
  }

  private boolean toTheGoal(
      int turns, boolean wanted, boolean exactly, IntFunction<Candidate> some) {
    long goal = wanted ? demand.goalTokens(view) : 0;
    Optional<Candidate> candidate = Candidate.toTheGoal(view, turns, goal, exactly, some);
    if (candidate.isEmpty()) {
      LOG.debug("{} was not done: the goal of {} tokens is out of reach", stage.name(), goal);
    }
    return candidate.isPresent() && rewrite(candidate.get());
  }

  private boolean stub(Left left) {
    boolean any = !left.stubs().isEmpty() || left.withoutMedia() > 0;
    return any && rewrite(Candidate.inTheTail(from(), left));
  }

  private Candidate.From from() {
    return new Candidate.From(view, journal.ledger(), tools.thinking());
  }

  private boolean rewrite(Candidate candidate) {
    String objection = objection(candidate);
    if (!objection.isEmpty()) {
      LOG.debug("{} was not done: {}", stage.name(), objection);
      return false;
    }
    if (tools.weigher().mustPay(stage, demand, view, candidate::after)
        && !pays(
            ahead -> tools.weigher().weigh(stage, demand, journal, ahead, candidate.after()))) {
      return false;
    }
    adopt(candidate, Usage.NONE);
    return true;
  }

  private boolean ask(Ask ask) {
    Set<Integer> leaving = shown(ask);
    if (leaving.isEmpty() || !tools.summaries().isDue(journal, demand)) {
      return false;
    }
    Optional<String> misfit = tools.summaries().misfit(view, ask);
    if (misfit.isPresent()) {
      passOver("kept: " + misfit.get());
      return false;
    }
    Supplier<View> withoutText = () -> candidate(ask, leaving, Written.NOTHING).after();
    if (tools.weigher().mustPay(stage, demand, view, withoutText)
        && !pays(ahead -> tools.weigher().weighAsking(stage, journal, ahead, withoutText.get()))) {
      return false;
    }
    SummaryCall.Taken taken = tools.summaries().take(view, ask);
    @Nullable Candidate candidate =
        taken.objection().isEmpty() ? candidate(ask, leaving, taken.inView()) : null;
    String objection = candidate == null ? taken.objection() : objection(candidate);
    journal.append(tools.summaries().asked(view, taken, objection));
    if (candidate == null || !objection.isEmpty()) {
      LOG.info("a summary was rejected and the view stays as it is: {}", objection);
      return false;
    }
    adopt(candidate, taken.usage());
    return true;
  }

  /** The turns before the first that stays: no other is shown to who writes, and none leaves. */
  private Set<Integer> shown(Ask ask) {
    return view.turns().stream()
        .map(TurnSegment::number)
        .takeWhile(number -> !ask.staying().contains(number))
        .collect(Collectors.toSet());
  }

  private Candidate candidate(Ask ask, Set<Integer> leaving, Written written) {
    // Without the record there is nothing else that keeps what is closed.
    List<Opening> covered = tools.record() ? journal.ledger().open() : List.of();
    Left left = Candidate.leaving(view, leaving, true);
    // Right behind a provider's own summary turns stay as they were, with their thinking.
    boolean rightBehind = ask.isProviders() && view.userMessages().count() == left.userMessages();
    return Candidate.of(
        new Candidate.From(view, journal.ledger(), rightBehind ? Thinking.FREE : tools.thinking()),
        writer(),
        left,
        SummaryText.block(written, covered));
  }

  private HeadWriter writer() {
    var rules = new HeadWriter.Rules(tools.record(), demand.room(view), tools.stubs().recall());
    return new HeadWriter(view, journal.ledger(), rules);
  }

  private boolean pays(Function<Outlook, Weighed> weighing) {
    Optional<Weighed> weighed = tools.weigher().outlook(journal).map(weighing);
    weighed.ifPresent(decision -> tools.explanations().tell(decision, journal));
    return weighed.map(Weighed::done).orElse(true);
  }

  private void passOver(String why) {
    LOG.debug("{} was passed over: {}", stage.name(), why);
    tools.explanations().tell(new Weighed(stage.name(), false, null, why), journal);
  }

  /** Why this rewrite is not acceptable; empty when it is. */
  private String objection(Candidate candidate) {
    View after = candidate.after();
    if (stage.needsPressure()) {
      long before = view.estimatedTokens() - candidate.takenAlong();
      String tooLong = demand.objection(before, after.estimatedTokens());
      if (!tooLong.isEmpty()) {
        return tooLong;
      }
    }
    String task = view.head(Kind.TASK).stream().map(HeadBlock::text).findFirst().orElse("");
    List<String> broken =
        Invariants.broken(view.bindingMessages(), after.bindingMessages(), tools.thinking(), task);
    return broken.isEmpty() ? "" : "the view would be invalid: " + String.join("; ", broken);
  }

  private void adopt(Candidate candidate, Usage asked) {
    Double dollars =
        tools
            .weigher()
            .outlook(journal)
            .flatMap(ahead -> tools.weigher().dollars(ahead, view, candidate.after(), asked))
            .orElse(null);
    journal.append(candidate.compacted(stage.name(), view, dollars), candidate.after());
  }
}
