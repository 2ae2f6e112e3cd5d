package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.Optional;

/**
 * Obeys orders about tickets: by the tool that fits, by ending, or by writing the order's text into
 * the draft of the ticket at hand.
 */
final class TicketOrders {
  private final TicketWork work;
  private final TicketReplies replies;

  TicketOrders(TicketWork work, TicketReplies replies) {
    this.work = work;
    this.replies = replies;
  }

  /** The reply that obeys, empty if it was obeyed. */
  Optional<Reply> obey(MessagesRequest request, Picture<TicketView> picture, Order order) {
    Optional<TicketStep> step = OrderWords.step(order.words());
    if (step.filter(one -> request.tool(one.tool()).isPresent()).isPresent()) {
      return take(request, picture, order, step.get());
    }
    return OrderWords.STOP.matcher(order.words()).find()
        ? order.said(request, "As you say, I stop here")
        : other(request, picture, order);
  }

  private Optional<Reply> take(
      MessagesRequest request, Picture<TicketView> picture, Order order, TicketStep step) {
    String value = work.reader(request).vocabulary().value(step.tool(), order.words());
    Todo<TicketStep> todo = new Todo<>(step, Statement.ALL);
    return work.meant(request, picture, order).stream()
        .filter(ticket -> !work.taken(request, order, todo, ticket.number(), value))
        .findFirst()
        .map(ticket -> replies.ordered(request, ticket, step, value));
  }

  /** What no tool is for becomes a draft of the ticket at hand, or an answer where none is. */
  private Optional<Reply> other(MessagesRequest request, Picture<TicketView> picture, Order order) {
    String told = Phrases.inOneLine(order.text());
    boolean written =
        order
            .callsAfter(request)
            .anyMatch(call -> call.input().path("response_text").asText().contains(order.text()));
    Optional<TicketView> open = picture.inProgress().stream().findFirst();
    if (open.isEmpty() || request.tool(TicketStep.DRAFT.tool()).isEmpty()) {
      return written ? Optional.empty() : order.said(request, "As you ask");
    }
    if (written || Order.answers(request).anyMatch(text -> text.contains(told))) {
      return Optional.empty();
    }
    ObjectNode input = replies.input(request, open.get(), TicketStep.DRAFT);
    input.put("response_text", "As asked: " + order.text());
    return Optional.of(Calls.reply(request, "", TicketStep.DRAFT.tool(), input));
  }
}
