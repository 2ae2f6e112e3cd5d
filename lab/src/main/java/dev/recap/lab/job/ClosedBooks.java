package dev.recap.lab.job;

import dev.recap.conversation.ToolCall;
import dev.recap.desk.ticket.Category;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.PreparedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolDeclaration;
import dev.recap.tool.ToolFailure;
import dev.recap.tool.Toolbox;
import dev.recap.work.Outcome;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  public Optional<String> complaint(ToolCall call) {
    return desk.complaint(call);
  }

  @Override
  public List<ToolAnswer> runAll(List<PreparedCall> calls) {
    Set<PreparedCall> owing = new HashSet<>(calls.stream().filter(c -> owes(c.call())).toList());
    List<PreparedCall> settled = calls.stream().filter(call -> !owing.contains(call)).toList();
    Iterator<ToolAnswer> answers =
        settled.isEmpty() ? Collections.emptyIterator() : desk.runAll(settled).iterator();
    return calls.stream()
        .map(call -> owing.contains(call) ? refused(call) : answers.next())
        .toList();
  }

  @Override
  public Optional<ToolAnswer> finishedLate(PreparedCall call) {
    return desk.finishedLate(call);
  }

  @Override
  public Optional<ToolAnswer> lookUp(PreparedCall call) {
    return desk.lookUp(call);
  }

  private boolean owes(ToolCall call) {
    return call.tool().equals(COMPLETE) && item(call).filter(this::owes).isPresent();
  }

  private Optional<String> item(ToolCall call) {
    return desk.declaration(call.tool())
        .flatMap(tool -> tool.item(call.arguments()))
        .map(item -> item.key());
  }

  private boolean owes(String id) {
    return store.tickets().stream().anyMatch(ticket -> ticket.id().equals(id) && isDouble(ticket))
        && !Refunds.paid(store).containsKey(id);
  }

  private static boolean isDouble(Ticket ticket) {
    return ticket.handling().category() == Category.BILLING
        && DOUBLE_CHARGE
            .matcher(ticket.asked().subject() + ". " + ticket.asked().description())
            .find();
  }

  /** On record as the desk's own refusals are. */
  private ToolAnswer refused(PreparedCall call) {
    String id = item(call.call()).orElseThrow();
    CallContext context = call.context();
    try {
      return store.record(
          new DeskCall(
              context.runId(),
              context.callId(),
              context.effectKey(),
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
