package dev.recap.desk.trial;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.recap.desk.batch.Progress;
import dev.recap.desk.review.DraftCheck;
import dev.recap.desk.review.DraftCheck.OtherCustomers;
import dev.recap.desk.review.DraftSources;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.CallOutcome;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.TrialPair.Ground;
import dev.recap.desk.trial.TrialResult.About;
import dev.recap.desk.trial.TrialResult.Reason;
import dev.recap.desk.trial.TrialResult.Spending;
import dev.recap.desk.trial.TrialResult.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays what the agent did, as the trial's desk has it on record, beside what people had decided.
 */
record TrialFindings(TrialOrder order, TrialPaper paper, Progress progress) {
  private static final double MILLIS = 1_000;
  private static final DraftCheck CHECK = new DraftCheck(OtherCustomers.NONE);

  TrialResult in(TicketStore desk) {
    List<TrialPair> pairs =
        desk.tickets().stream()
            .filter(ticket -> ticket.status().isOutOfTheQueue())
            .map(ticket -> pair(desk, ticket))
            .toList();
    return new TrialResult(
        TrialResult.FORM,
        about(),
        tickets(pairs),
        spending(pairs.size(), middleSeconds(desk.calls())),
        Arrays.stream(Field.values()).map(field -> FieldAgreement.of(field, pairs)).toList(),
        reasons(pairs),
        pairs);
  }

  private Tickets tickets(List<TrialPair> pairs) {
    return new Tickets(
        order.tickets().size(),
        pairs.size(),
        (int) pairs.stream().filter(pair -> pair.human().reply() != null).count(),
        (int) pairs.stream().filter(pair -> !pair.ground().findings().isEmpty()).count());
  }

  private About about() {
    return new About(
        paper.id(),
        paper.name(),
        paper.at(),
        paper.by(),
        order.who().model(),
        order.who().simulated(),
        order.who().told(),
        progress.state(),
        progress.remark());
  }

  /** Tickets are numbered from 1 in the order in which they were put into the queue. */
  private TrialPair pair(TicketStore desk, Ticket ticket) {
    Decisions human = order.tickets().get(ticket.number() - 1).human();
    var agent =
        new Decisions(
            decided(ticket, Step.CATEGORY),
            decided(ticket, Step.PRIORITY),
            decided(ticket, Step.TEAM),
            decided(ticket, Step.DRAFT));
    return new TrialPair(
        ticket.number(),
        ticket.id(),
        ticket.asked().subject(),
        ticket.asked().description(),
        human,
        agent,
        ground(desk, ticket),
        TrialPair.differing(human, agent));
  }

  private Ground ground(TicketStore desk, Ticket ticket) {
    List<Evidence> evidence = desk.evidence(ticket);
    var said = List.of(ticket.id(), ticket.asked().subject(), ticket.asked().description());
    var sources =
        new DraftSources(
            ticket.asked().customer(), said, evidence, List.of(order.rules().guidance()));
    String draft = ticket.handling().draft();
    return new Ground(
        ticket.care().reason(),
        evidence,
        draft == null ? List.of() : CHECK.findings(draft, sources));
  }

  /** In a field in which nobody decides anything there is but one value, which says nothing. */
  private @Nullable String decided(Ticket ticket, Step step) {
    return order.rules().steps().contains(step) ? ticket.handling().value(step) : null;
  }

  private Spending spending(int worked, @Nullable Double seconds) {
    return new Spending(
        progress.spentTokens(),
        progress.spentDollars(),
        progress.budgetDollars(),
        worked == 0 ? null : progress.spentTokens() / worked,
        worked == 0 ? null : progress.spentDollars() / worked,
        seconds);
  }

  private static List<Reason> reasons(List<TrialPair> pairs) {
    Map<String, Long> counts =
        pairs.stream()
            .flatMap(pair -> Stream.ofNullable(pair.ground().forPerson()))
            .collect(groupingBy(reason -> reason, counting()));
    return counts.entrySet().stream()
        .map(each -> new Reason(each.getKey(), Math.toIntExact(each.getValue())))
        .sorted(Comparator.comparingInt(Reason::n).reversed().thenComparing(Reason::reason))
        .toList();
  }

  /** Of the ticket in the middle: one that was in hand when a process died took a night. */
  private static @Nullable Double middleSeconds(List<RecordedCall> calls) {
    Map<String, Instant> begun = new HashMap<>();
    Map<String, Duration> took = new HashMap<>();
    for (RecordedCall call : calls) {
      String ticket = call.ticket();
      if (ticket != null && call.result().outcome() == CallOutcome.CONFIRMED) {
        Instant first = begun.computeIfAbsent(ticket, any -> call.at());
        if (call.call().tool().equals("mark_complete")) {
          took.putIfAbsent(ticket, Duration.between(first, call.at()));
        }
      }
    }
    List<Duration> sorted = took.values().stream().sorted().toList();
    return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2).toMillis() / MILLIS;
  }
}
