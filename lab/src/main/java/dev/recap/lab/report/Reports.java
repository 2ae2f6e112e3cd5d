package dev.recap.lab.report;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.lab.count.CallCounter;
import dev.recap.lab.count.CallCounts;
import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.ShownMessage;
import dev.recap.lab.report.RunReport.StoredTicket;
import dev.recap.lab.report.RunReport.Summary;
import dev.recap.lab.report.RunReport.Tokens;
import dev.recap.lab.report.RunReport.ToolCalls;
import dev.recap.lab.report.RunReport.TurnReport;
import dev.recap.lab.report.ScenarioReport.Saved;
import dev.recap.lab.scenario.Played;
import dev.recap.lab.scenario.PlayedCompaction;
import dev.recap.lab.scenario.PlayedTurn;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Computes figures from what happened. */
public final class Reports {
  private static final String FOLD = "fold";

  private Reports() {}

  /** The figures of one run. */
  public static RunReport run(
      String name, Played played, TicketStore store, boolean taskInView, PriceList prices) {
    CallCounts counts =
        new CallCounter(played.asked(), store.calls())
            .count(played.answers().guarded(), played.answers().rejected());
    int folds = (int) played.compactions().stream().filter(c -> c.stage().equals(FOLD)).count();
    return new RunReport(
        name,
        played.turns().size(),
        folds,
        played.compactions().size() - folds,
        tokens(played),
        prices.cost(played.turns(), played.summaries()),
        calls(counts),
        store.counts().completed(),
        taskInView,
        played.turns().stream().map(Reports::turn).toList(),
        played.compactions().stream().map(Reports::compaction).toList(),
        played.decisions(),
        counts.events(),
        store.tickets().stream().map(Reports::ticket).toList(),
        played.ending().answer(),
        played.ending().how());
  }

  /** What each finished run saved against the baseline; empty without a finished one. */
  public static List<Saved> saved(List<RunReport> all) {
    List<RunReport> runs = all.stream().filter(run -> run.didNotFinish() == null).toList();
    return runs.stream()
        .filter(run -> run.name().equals("baseline"))
        .findFirst()
        .map(baseline ->
            runs.stream()
                .filter(run -> !run.name().equals(baseline.name()))
                .map(run -> saved(baseline, run))
                .toList())
        .orElse(List.of());
  }

  private static Saved saved(RunReport baseline, RunReport run) {
    long before = baseline.tokens().totalTokens();
    long tokens = before - run.tokens().totalTokens();
    Double cost =
        baseline.cost() == null || run.cost() == null
            ? null
            : Double.valueOf(baseline.cost().cached() - run.cost().cached());
    return new Saved(run.name(), tokens, before == 0 ? 0 : tokens / (double) before, cost);
  }

  private static Tokens tokens(Played played) {
    Usage turns = played.turnUsage();
    Usage summaries = played.summaryUsage();
    List<String> rejected = played.rejections();
    int asked = played.summaries().size();
    return new Tokens(
        turns.inputTokens(),
        turns.cacheReadTokens(),
        turns.cacheWriteTokens(),
        turns.outputTokens(),
        new Summary(
            asked,
            asked - rejected.size(),
            rejected,
            // The provider's own summaries cost tokens that it does not call a prompt's.
            summaries.totalTokens() - summaries.outputTokens(),
            summaries.outputTokens()),
        turns.totalTokens() + summaries.totalTokens());
  }

  private static ToolCalls calls(CallCounts counts) {
    return new ToolCalls(
        counts.asked(),
        counts.executed(),
        counts.guarded(),
        counts.repeated(),
        counts.redone(),
        counts.lost());
  }

  private static TurnReport turn(PlayedTurn turn) {
    return new TurnReport(
        turn.turn(),
        turn.usage().promptTokens(),
        turn.usage().outputTokens(),
        turn.messages(),
        turn.compacted());
  }

  private static CompactionReport compaction(PlayedCompaction done) {
    return new CompactionReport(
        done.stage(), done.afterTurn(), done.text(), shown(done.before()), shown(done.after()));
  }

  private static List<ShownMessage> shown(List<Message> messages) {
    return messages.stream()
        .map(message ->
            new ShownMessage(
                message.role().name().toLowerCase(Locale.ROOT),
                message.content().stream().map(Reports::shown).toList()))
        .toList();
  }

  private static String shown(Block block) {
    return switch (block) {
      case Text text -> text.text();
      case ToolCall call -> call.tool() + " " + call.arguments();
      case ToolResult result -> (result.error() ? "error: " : "") + result.content();
      case Media media -> "(" + media.name() + ")";
      case Opaque opaque -> opaque.isThinking() ? "(thinking)" : "(opaque)";
    };
  }

  private static StoredTicket ticket(Ticket ticket) {
    var handling = ticket.handling();
    return new StoredTicket(
        ticket.id(),
        ticket.asked().externalId(),
        ticket.asked().subject(),
        ticket.status().isOutOfTheQueue() ? "completed" : ticket.status().label(),
        Objects.requireNonNullElse(handling.category(), ""),
        Objects.requireNonNullElse(handling.priority(), ""),
        Objects.requireNonNullElse(handling.team(), ""),
        handling.draft() == null ? "" : handling.draft());
  }
}
