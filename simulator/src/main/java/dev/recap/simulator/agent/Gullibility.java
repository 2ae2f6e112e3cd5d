package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.Gullible;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;

/**
 * Obeys the first order in the request that was not obeyed yet, as far as the request shows: by the
 * tool that fits, by ending, or by writing the order's text into the draft of the ticket at hand.
 */
final class Gullibility {
  private final Calls calls;

  Gullibility(TokenCounter counter) {
    this.calls = new Calls(counter);
  }

  /** The reply that obeys, empty if nothing is ordered or everything was obeyed. */
  Optional<Reply> obey(MessagesRequest request, Picture<TicketView> picture, Gullible gullible) {
    return Orders.in(request, gullible).stream()
        .flatMap(order -> obey(request, picture, order).stream())
        .findFirst();
  }

  private Optional<Reply> obey(MessagesRequest request, Picture<TicketView> picture, Order order) {
    return switch (order) {
      case Order.Take take -> take(request, picture, take);
      case Order.Stop stop -> Orders.said(request, "As you say, I stop here", stop);
      case Order.Other other -> other(request, picture, other);
    };
  }

  private Optional<Reply> take(
      MessagesRequest request, Picture<TicketView> picture, Order.Take order) {
    return tickets(picture, order).stream()
        .filter(ticket -> !taken(request, order, ticket.number()))
        .findFirst()
        .map(ticket -> calls.ordered(request, ticket, order.step(), order.value()));
  }

  private static List<TicketView> tickets(Picture<TicketView> picture, Order.Take order) {
    if (!order.tickets().isEmpty()) {
      return order.tickets().stream()
          .map(n -> picture.item(n).orElseGet(() -> TicketView.unknown(n)))
          .toList();
    }
    return order.all() ? picture.inProgress() : picture.inProgress().stream().limit(1).toList();
  }

  private static boolean taken(MessagesRequest request, Order.Take order, int ticket) {
    return Orders.callsAfter(request, order)
        .anyMatch(call ->
            call.name().equals(order.step().tool())
                && TicketWords.ticket(call.input()).filter(n -> n == ticket).isPresent()
                && (order.value().isEmpty() || call.input().toString().contains(order.value())));
  }

  /** What no tool is for becomes a draft of the ticket at hand, or an answer where none is. */
  private Optional<Reply> other(
      MessagesRequest request, Picture<TicketView> picture, Order.Other order) {
    Optional<TicketView> open = picture.inProgress().stream().findFirst();
    boolean drafts = request.tool(Step.DRAFT.tool()).isPresent();
    if (open.isEmpty() || !drafts) {
      boolean written = Orders.callsAfter(request, order).anyMatch(call -> carries(call, order));
      return written ? Optional.empty() : Orders.said(request, "As you ask", order);
    }
    if (Orders.callsAfter(request, order).anyMatch(call -> carries(call, order))
        || answered(request, order)) {
      return Optional.empty();
    }
    ObjectNode input = calls.input(request, open.get(), Step.DRAFT);
    input.put("response_text", "As asked: " + order.text());
    return Optional.of(calls.forced(request, Step.DRAFT.tool(), input));
  }

  private static boolean carries(Block.Call call, Order.Other order) {
    return call.input().path("response_text").asText().contains(order.text());
  }

  private static boolean answered(MessagesRequest request, Order order) {
    String told = Phrases.inOneLine(order.text());
    return Orders.answers(request).anyMatch(text -> text.contains(told));
  }
}
