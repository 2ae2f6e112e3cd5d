package dev.recap.compaction;

import dev.recap.compaction.Proposal.Ask;
import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.ContextView;
import dev.recap.context.ProjectedJournal;
import dev.recap.context.RequestFrame;
import dev.recap.context.TokenEstimate;
import dev.recap.context.ViewInvariants;
import dev.recap.conversation.Usage;
import dev.recap.journal.Compacted;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.Weighed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what one stage proposes: weighs it, asks for a summary, judges them, and records it.
 */
final class StageRun {
  private static final Logger LOG = LoggerFactory.getLogger(StageRun.class);

  private final RequestFrame frame;
  private final SummaryCall summaryCall;
  private final Weigher weigher;
  private final Explanations explanations = new Explanations();
  private final boolean recall;

  StageRun(RequestFrame frame, SummaryCall summaryCall, Weigher weigher) {
    this.frame = frame;
    this.summaryCall = summaryCall;
    this.weigher = weigher;
    this.recall = frame.tools().stream().anyMatch(tool -> tool.name().equals(Situation.RECALL));
  }

  void attempt(Stage stage, ProjectedJournal journal, Demand demand) {
    ContextView view = journal.view();
    if (!demand.forced() && journal.breaker().pauses(stage.name(), view)) {
      passOver(stage, "kept: its last two compactions did not bring what they claimed", journal);
      return;
    }
    var situation = new Situation(view, journal.ledger(), demand.goalTokens(view), recall);
    switch (stage.propose(situation)) {
      case Rewrite rewrite -> rewrite(stage, rewrite, journal, demand);
      case Ask ask -> ask(stage, ask, journal, demand);
      case Nothing nothing -> LOG.debug("{} has nothing to do: {}", stage.name(), nothing.reason());
    }
  }

  private void rewrite(Stage stage, Rewrite rewrite, ProjectedJournal journal, Demand demand) {
    ContextView view = journal.view();
    String objection = objection(rewrite, view, demand, stage);
    if (!objection.isEmpty()) {
      LOG.debug("{} was not done: {}", stage.name(), objection);
      return;
    }
    ContextView after = rewrite.of(view);
    if (weigher.mustPay(stage, demand, view, () -> after)) {
      Optional<Weighed> weighed =
          weigher
              .outlook(journal)
              .map(ahead -> weigher.weigh(stage, demand, journal, ahead, after));
      weighed.ifPresent(decision -> explanations.tell(decision, journal));
      if (weighed.isPresent() && !weighed.get().done()) {
        return;
      }
    }
    adopt(stage, rewrite, journal, Usage.NONE);
  }

  private void ask(Stage stage, Ask ask, ProjectedJournal journal, Demand demand) {
    ContextView view = journal.view();
    if (!demand.forced() && view.usedTokens() < view.askMark()) {
      LOG.debug("{} waits until the view has {} tokens", stage.name(), view.askMark());
      return;
    }
    Optional<String> misfit =
        summaryCall.misfit(
            view.usedTokens() + TokenEstimate.of(ask.instruction()), frame.maxOutputTokens());
    if (misfit.isPresent()) {
      passOver(stage, "kept: " + misfit.get(), journal);
      return;
    }
    if (!paysToAsk(stage, ask, journal, demand)) {
      return;
    }
    var request = frame.summaryRequest(view, ask.turnsStaying(), ask.instruction());
    SummaryCall.Taken taken = summaryCall.take(request);
    String objection = taken.objection();
    if (objection.isEmpty()) {
      objection = objection(ask.rewrite().apply(taken.text()), view, demand, stage);
    }
    journal.append(
        new SummaryAsked(
            view.usedTokens(),
            taken.text(),
            objection.isEmpty() ? null : objection,
            taken.usage(),
            taken.took(),
            summaryCall.writer()));
    if (objection.isEmpty()) {
      adopt(stage, ask.rewrite().apply(taken.text()), journal, taken.usage());
    } else {
      LOG.info("a summary was rejected and the view stays as it is: {}", objection);
    }
  }

  private boolean paysToAsk(Stage stage, Ask ask, ProjectedJournal journal, Demand demand) {
    Supplier<ContextView> withoutText = () -> ask.rewrite().apply("").of(journal.view());
    if (!weigher.mustPay(stage, demand, journal.view(), withoutText)) {
      return true;
    }
    Optional<Weighed> weighed =
        weigher
            .outlook(journal)
            .map(ahead -> weigher.weighAsking(stage, journal, ahead, withoutText.get()));
    weighed.ifPresent(decision -> explanations.tell(decision, journal));
    return weighed.map(Weighed::done).orElse(true);
  }

  private void passOver(Stage stage, String why, ProjectedJournal journal) {
    LOG.debug("{} was passed over: {}", stage.name(), why);
    explanations.tell(new Weighed(stage.name(), false, null, why), journal);
  }

  /** Why this rewrite is not acceptable; empty when it is. */
  private static String objection(Rewrite rewrite, ContextView view, Demand demand, Stage stage) {
    ContextView after = rewrite.of(view);
    if (stage.needsPressure()) {
      String tooLong = demand.objection(view.estimatedTokens(), after.estimatedTokens());
      if (!tooLong.isEmpty()) {
        return tooLong;
      }
    }
    List<String> broken = ViewInvariants.broken(after.messages(), task(view));
    return broken.isEmpty() ? "" : "the view would be invalid: " + String.join("; ", broken);
  }

  private void adopt(Stage stage, Rewrite rewrite, ProjectedJournal journal, Usage asked) {
    ContextView view = journal.view();
    ContextView after = rewrite.of(view);
    var report =
        new Compacted.Report(
            view.estimatedTokens(),
            after.estimatedTokens(),
            view.messages().size(),
            after.messages().size(),
            weigher
                .outlook(journal)
                .flatMap(ahead -> weigher.dollars(ahead, view, after, asked))
                .orElse(null));
    journal.append(
        new Compacted(
            stage.name(),
            rewrite.head().blocks(),
            rewrite.head().rollUp(),
            rewrite.turnsLeft(),
            report,
            rewrite.cleared()));
  }

  private static String task(ContextView view) {
    return view.head(Kind.TASK).isEmpty() ? "" : view.head(Kind.TASK).getFirst().text();
  }
}
