package dev.recap.lab.job;

import dev.recap.conversation.ToolCall;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolFailure;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A desk that completes no ticket about a double charge before the money was paid back: what must
 * have happened is known to the system that closes, whatever an agent believes.
 */
final class ClosedBooks implements Toolbox {
  private static final String COMPLETE = "mark_complete";
  private static final Pattern DOUBLE_CHARGE =
      Pattern.compile(
          "(?i)\\b(?:charged|billed|paid)\\b[^.!?]{0,40}\\b(?:twice|two times)\\b|\\bdouble charge\\b");

  private final TicketStore store;
  private final Toolbox desk;

  ClosedBooks(TicketStore store, Toolbox desk) {
    this.store = store;
    this.desk = desk;
  }

  @Override
  public List<ToolSpec> specs() {
    return desk.specs();
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return desk.declaration(tool);
  }

  @Override
  public CheckedCall check(ToolCall call) {
    return desk.check(call);
  }

  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    List<PreparedCall> settled = new ArrayList<>();
    for (PreparedCall call : calls) {
      if (owes(call.checked())) {
        answered.accept(refused(call));
      } else {
        settled.add(call);
      }
    }
    desk.runAll(settled, answered);
  }

  @Override
  public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    return desk.findOut(call, way);
  }

  private boolean owes(CheckedCall call) {
    return call.call().tool().equals(COMPLETE)
        && call.item().filter(item -> owes(item.key())).isPresent();
  }

  private boolean owes(String id) {
    return store.tickets().stream().anyMatch(ticket -> ticket.id().equals(id) && isDouble(ticket))
        && !Refunds.paid(store).containsKey(id);
  }

  private static boolean isDouble(Ticket ticket) {
    return "billing".equals(ticket.handling().category())
        && DOUBLE_CHARGE
            .matcher(ticket.asked().subject() + ". " + ticket.asked().description())
            .find();
  }

  /** On record as the desk's own refusals are. */
  private ToolAnswer refused(PreparedCall call) {
    String id = call.checked().item().orElseThrow().key();
    CallContext context = call.context();
    try {
      return store.record(
          new DeskCall(
              context.runId(),
              context.callId(),
              context.idempotencyKey(),
              context.tool(),
              context.arguments()),
          work -> {
            work.about(id);
            throw new ToolFailure(id + " cannot be completed yet. Still to do: issue_refund.");
          });
    } catch (ToolFailure refusal) {
      return new ToolAnswer(
          context.callId(), String.valueOf(refusal.getMessage()), Outcome.FAILED, null);
    }
  }
}
