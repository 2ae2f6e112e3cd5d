package dev.recap.testing;

import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.Replied;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.OpeningRecord;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.projection.View;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A journal told in sentences, for tests of what is folded from it. */
public final class Story {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final List<Entry> entries = new ArrayList<>();
  private int turns;
  private Usage usage = Usage.NONE;

  private Story() {}

  public static Story of(String task) {
    return new Story().then(new UserSaid(task, true));
  }

  /** The same story so far, which can go on otherwise. */
  public static Story retold(Story other) {
    var story = new Story();
    story.entries.addAll(other.entries);
    story.turns = other.turns;
    story.usage = other.usage;
    return story;
  }

  public Story userSays(String text) {
    return then(new UserSaid(text, false));
  }

  /** A turn without calls. */
  public Story says(String text) {
    return replies(List.of(new Text(text)), StopReason.END_TURN);
  }

  /** The one call of unknown outcome did take effect. */
  public Story settles(String receipt) {
    return settles(receipt, null);
  }

  /** The same, and it did this to a work item. */
  public Story settles(String receipt, @Nullable ItemChange change) {
    return settled(Outcome.CONFIRMED, receipt, change);
  }

  /** The one call of unknown outcome did not take effect. */
  public Story settlesAsFailed(String receipt) {
    return settled(Outcome.FAILED, receipt, null);
  }

  private Story settled(Outcome outcome, String receipt, @Nullable ItemChange change) {
    Settled.Subject subject = ledger().unsettledCalls().getFirst().subject();
    return then(new Settled(subject, outcome, receipt, Settled.How.CALLER, change));
  }

  /** What the provider reports from the next turn on. */
  public Story using(long promptTokens, long outputTokens) {
    usage = new Usage(promptTokens, 0, 0, outputTokens);
    return this;
  }

  /** A turn whose calls run one after the other. */
  public Story turn(Step... steps) {
    return turn(List.of(), steps);
  }

  /** A turn that begins with signed thinking. */
  public Story thinkingTurn(Step... steps) {
    return turn(List.of(new Opaque("thinking", "{\"type\":\"thinking\"}")), steps);
  }

  public Story then(Entry entry) {
    entries.add(entry);
    return this;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public Ledger ledger() {
    return Ledger.of(entries);
  }

  public View view() {
    return View.of(entries, 0);
  }

  public Opening latest(String item) {
    return ledger().latest(new WorkItem(item)).map(OpeningRecord::opening).orElseThrow();
  }

  public OpeningRecord record(String item) {
    return ledger().latest(new WorkItem(item)).orElseThrow();
  }

  /** A turn whose calls stand behind these blocks. */
  public Story turn(List<Block> before, Step... steps) {
    List<Block> content = new ArrayList<>(before);
    for (Step step : steps) {
      content.add(call(content.size(), step));
    }
    replies(content, StopReason.TOOL_USE);
    for (int i = 0; i < steps.length; i++) {
      carryOut((ToolCall) content.get(before.size() + i), steps[i]);
    }
    return this;
  }

  private Story replies(List<Block> content, StopReason why) {
    turns++;
    return then(new Replied(turns, new ModelReply(content, why, usage, ""), NOON));
  }

  private ToolCall call(int at, Step step) {
    return new ToolCall(
        "call-%d-%d".formatted(turns + 1, at), step.what().tool(), step.what().arguments());
  }

  private void carryOut(ToolCall call, Step step) {
    Opening opening = opening(step);
    Standing standing = step.standing();
    if (standing == null || standing.executed()) {
      var key =
          IdempotencyKey.of(call.tool(), opening, IdempotencyKey.Scope.STANDARD, call.arguments());
      then(new Intended(call.id(), call.tool(), step.what().effect(), key, opening, null, NOON));
    }
    if (standing != null) {
      boolean error = standing != Standing.CONFIRMED && standing != Standing.RECEIPT;
      var result = new ToolResult(call.id(), step.text(), error);
      then(new Answered(result, step.text(), standing, opening, change(step, opening)));
    }
  }

  private @Nullable Opening opening(Step step) {
    if (step.item() == null) {
      return null;
    }
    var item = new WorkItem(step.item());
    return ledger().latest(item).map(OpeningRecord::opening).orElse(new Opening(item, 1));
  }

  private @Nullable ItemChange change(Step step, @Nullable Opening opening) {
    return switch (step.change()) {
      case Step.Change.Opens(String item) ->
          new ItemOpened(
              ledger().openingFor(new WorkItem(item)),
              List.of(new ClosingRule("finish", List.of("paint"), List.of())));
      case Step.Change.Closes(var facts) -> new ItemClosed(Objects.requireNonNull(opening), facts);
      case null -> null;
    };
  }
}
