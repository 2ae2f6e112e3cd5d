package dev.recap.simulator.agent;

import dev.recap.simulator.Schedule;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What to do next about the tickets: the open one's first undone step, or the next ticket. */
final class DeskWork {
  private static final Set<Step> TOGETHER =
      EnumSet.of(Step.CLASSIFY, Step.RESEARCH, Step.PRIORITISE, Step.ROUTE);

  /** A call of a tool about a ticket, or about none in particular. */
  private record Asked(String tool, int ticket) {
    static Asked by(Block.Call call) {
      return new Asked(call.name(), TicketWords.ticket(call.input()).orElse(0));
    }

    static Asked of(Step step, int ticket) {
      boolean named = step != Step.FETCH && step != Step.RESEARCH;
      return new Asked(step.tool(), named ? ticket : 0);
    }
  }

  private static final Asked FETCH = Asked.of(Step.FETCH, 0);

  private final Calls calls;
  private final ClosingAccount account;

  DeskWork(TokenCounter counter) {
    this.calls = new Calls(counter);
    this.account = new ClosingAccount(counter);
  }

  Reply next(MessagesRequest request, Picture<TicketView> picture, Schedule schedule) {
    Attempts<Asked> attempts = Attempts.in(request.messages(), Step.FETCH.tool(), Asked::by);
    List<TicketView> open =
        picture.inProgress().stream()
            .filter(t -> !attempts.givenUp(Asked.of(Step.COMPLETE, t.number())))
            .toList();
    if (open.isEmpty()) {
      return withoutOpenTicket(request, picture, attempts);
    }
    TicketView ticket = choose(open, attempts);
    List<Step> todo =
        ticket.undone().stream()
            .filter(s -> !attempts.givenUp(Asked.of(s, ticket.number())))
            .toList();
    Step step = todo.getFirst();
    boolean canFetch = attempts.fetchesInARow() == 0 && !attempts.givenUp(FETCH);
    if (canFetch && lacksFacts(ticket, step)) {
      return has(request, Step.FETCH) ? calls.fetch(request) : missing(Step.FETCH, ticket.id());
    }
    if (!has(request, step)) {
      return missing(step, ticket.id());
    }
    List<Step> together = together(request, todo);
    if (schedule == Schedule.PARALLEL
        && request.demands().choice().parallel()
        && together.contains(step)
        && together.size() > 1) {
      return calls.steps(request, ticket, together);
    }
    return calls.step(request, ticket, step);
  }

  /** The lowest open ticket; just after a fetch that did not show its words, the one it showed. */
  private static TicketView choose(List<TicketView> open, Attempts<Asked> attempts) {
    TicketView lowest = open.getFirst();
    if (attempts.fetchesInARow() > 0
        && lowest.next().filter(step -> lacksFacts(lowest, step)).isPresent()) {
      return open.stream().filter(TicketView::wordsKnown).findFirst().orElse(lowest);
    }
    return lowest;
  }

  private static List<Step> together(MessagesRequest request, List<Step> todo) {
    return todo.stream().filter(TOGETHER::contains).filter(s -> has(request, s)).toList();
  }

  private Reply withoutOpenTicket(
      MessagesRequest request, Picture<TicketView> picture, Attempts<Asked> attempts) {
    if (picture.noneLeft()) {
      return Reply.text(account.of(picture));
    }
    if (attempts.givenUp(FETCH)) {
      return stopped(Step.FETCH, "the queue", attempts.error(FETCH));
    }
    if (attempts.fetchesInARow() >= Attempts.FETCHES_WITHOUT_NEWS) {
      Optional<TicketView> stuck =
          picture.inProgress().stream()
              .filter(t -> attempts.givenUp(Asked.of(Step.COMPLETE, t.number())))
              .findFirst();
      return stuck
          .map(t ->
              stopped(Step.COMPLETE, t.id(), attempts.error(Asked.of(Step.COMPLETE, t.number()))))
          .orElseGet(() -> stopped(Step.FETCH, "the queue", "no ticket I could work on"));
    }
    if (!Task.given(request)) {
      return Reply.text(
          "The tickets I can see here are closed. I see no task that asks for more: shall I go on"
              + " with the queue?");
    }
    return has(request, Step.FETCH) ? calls.fetch(request) : missing(Step.FETCH, "the queue");
  }

  /** Whether a step needs words or values of a ticket that are not in view. */
  static boolean lacksFacts(TicketView ticket, Step step) {
    boolean topic = ticket.wordsKnown() || ticket.fact(Field.CATEGORY).isPresent();
    return switch (step) {
      case CLASSIFY, RESEARCH -> !topic;
      case PRIORITISE -> !topic && ticket.fact(Field.PRIORITY).isEmpty();
      case ROUTE -> !topic && ticket.fact(Field.TEAM).isEmpty();
      case DRAFT, COMPLETE -> ticket.refundUnclear();
      case FETCH, REFUND -> false;
    };
  }

  private static boolean has(MessagesRequest request, Step step) {
    return request.tool(step.tool()).isPresent();
  }

  private static Reply missing(Step step, String what) {
    return Reply.text(
        "I cannot go on with "
            + what
            + ": the tool "
            + step.tool()
            + " is not among the tools of this request.");
  }

  private static Reply stopped(Step step, String what, String error) {
    return Reply.text(
        "I stop here. For "
            + what
            + ", "
            + step.tool()
            + " gave the same answer twice: \""
            + Phrases.inOneLine(error)
            + "\". Please have a look at it.");
  }
}
