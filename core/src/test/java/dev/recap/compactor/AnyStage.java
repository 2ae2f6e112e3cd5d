package dev.recap.compactor;

import dev.recap.compaction.Stage;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.context.ContextView;
import dev.recap.context.ContextView.Call;
import dev.recap.context.ContextView.Turn;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A stage of a user's that has no manners: it proposes whatever it likes. */
final class AnyStage implements Stage {
  static final String INSTRUCTION = "Sum it up.";

  private final boolean needsPressure;
  private final boolean mustPayBack;
  private final List<Whim> whims;
  private final List<Call> callsOfOtherViews = new ArrayList<>();
  private int proposals;

  /** What it does when it is asked. */
  enum What {
    LEAVE,
    LEAVE_TO_THE_GOAL,
    STUB,
    FORGET,
    ASK,
    ASK_PROVIDER,
    NOTHING,
    NULL,
    THROW,
    OVERFLOW
  }

  /**
   * One proposal.
   *
   * @param turns counted from the end of the view, 0 for the last one; beyond both ends, too
   */
  record Whim(What what, List<Integer> turns) {}

  private AnyStage(boolean needsPressure, boolean mustPayBack, List<Whim> whims) {
    this.needsPressure = needsPressure;
    this.mustPayBack = mustPayBack;
    this.whims = whims;
  }

  @Override
  public String name() {
    return "any";
  }

  @Override
  public boolean needsPressure() {
    return needsPressure;
  }

  @Override
  public boolean mustPayBack() {
    return mustPayBack;
  }

  @Override
  @SuppressWarnings("NullAway") // That is what some stages do.
  public Proposal propose(Situation situation) {
    Whim whim = whims.get(proposals++ % whims.size());
    List<Integer> turns = numbers(situation.view(), whim);
    return switch (whim.what) {
      case LEAVE -> Proposal.leave(turns);
      case LEAVE_TO_THE_GOAL -> Proposal.leaveToTheGoal(turns);
      case STUB -> Proposal.stub(calls(situation.view(), turns));
      case FORGET -> Proposal.forget(new HashSet<>(turns));
      case ASK -> Proposal.ask(INSTRUCTION, new HashSet<>(turns));
      case ASK_PROVIDER -> Proposal.askProvider(new HashSet<>(turns));
      case NOTHING -> Proposal.nothing("so it pleases");
      case NULL -> null;
      case THROW -> throw new IllegalStateException("so it pleases");
      case OVERFLOW -> throw new StackOverflowError();
    };
  }

  private static List<Integer> numbers(ContextView view, Whim whim) {
    int last = view.turns().isEmpty() ? 0 : view.turns().getLast().number();
    return whim.turns.stream().map(back -> last - back).toList();
  }

  /** Those of these turns, some of views that are past, and one that never was. */
  private List<Call> calls(ContextView view, List<Integer> turns) {
    List<Call> calls = new ArrayList<>(callsOfOtherViews);
    for (Turn turn : view.turns()) {
      if (turns.contains(turn.number())) {
        calls.addAll(turn.calls());
        callsOfOtherViews.addAll(turn.calls());
      }
    }
    calls.add(new MadeUp(turns.isEmpty() ? 1 : turns.getFirst()));
    return calls;
  }

  /** A call that nobody made. */
  private record MadeUp(int turn) implements Call {
    @Override
    public ToolCall call() {
      return new ToolCall("call-none", "none", "{}");
    }

    @Override
    public Optional<ToolResult> result() {
      return Optional.empty();
    }

    @Override
    public Set<Opening> belongsTo() {
      return Set.of();
    }

    @Override
    public boolean isAfterClosing() {
      return true;
    }

    @Override
    public boolean isDispensable() {
      return true;
    }
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(needsPressure, mustPayBack, whims);
  }

  static Arbitrary<AnyStage> any() {
    Arbitrary<Whim> whim =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.of(What.class)),
                    Tuple.of(1, Arbitraries.of(What.LEAVE, What.ASK, What.STUB, What.FORGET))),
                Arbitraries.integers().between(-2, 9).list().ofMaxSize(8))
            .as(Whim::new);
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            whim.list().ofMinSize(1).ofMaxSize(4))
        .as(AnyStage::new);
  }
}
