package dev.recap.simulator.agent;

import dev.recap.simulator.Gullible;
import dev.recap.simulator.reader.Passage;
import dev.recap.simulator.reader.Prose;
import dev.recap.simulator.reader.Sections;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the orders that stand as prose in a user's texts. Results of tools, JSON, quotation marks
 * and the task hold none; what is quoted line by line holds some for an agent that obeys it.
 */
public final class Orders {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private Orders() {}

  /** The orders of a request, in the order they were given. */
  public static List<Order> in(MessagesRequest request, Gullible gullible) {
    List<Order> orders = new ArrayList<>();
    List<Message> messages = request.messages();
    for (int i = 0; i < messages.size(); i++) {
      if (!messages.get(i).fromUser()) {
        continue;
      }
      List<Block> blocks = messages.get(i).blocks();
      for (int j = 0; j < blocks.size() && orders.size() < MOST; j++) {
        if (blocks.get(j) instanceof Block.Text text
            && !(i == 0 && j == 0 && isTask(text.text()))) {
          for (Passage passage : Passage.of(text.text())) {
            if (gullible == Gullible.QUOTES || !passage.quoted()) {
              inText(request, passage.text(), i, orders);
            }
          }
        }
      }
    }
    return orders;
  }

  /** The first text of all is the task, unless it presents itself as notes or a summary. */
  private static boolean isTask(String text) {
    return Sections.of(text).stream().noneMatch(Sections.Section::notes);
  }

  private static void inText(
      MessagesRequest request, String text, int message, List<Order> orders) {
    for (Prose sentence : Prose.in(text)) {
      if (OrderWords.ORDER.matcher(sentence.words()).find()
          || OrderWords.QUESTION.matcher(sentence.words()).find()
          || OrderWords.CODE.matcher(sentence.words()).find()) {
        orders.add(order(request, sentence, message));
      }
    }
  }

  private static Order order(MessagesRequest request, Prose sentence, int message) {
    String words = sentence.words();
    String whole = sentence.whole();
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST).strip() : whole;
    Optional<Step> step = step(words).filter(s -> request.tool(s.tool()).isPresent());
    if (step.isPresent()) {
      return new Order.Take(
          text,
          message,
          step.get(),
          TicketWords.tickets(words),
          OrderWords.ALL.matcher(words).find(),
          TicketWords.value(step.get(), words));
    }
    return OrderWords.STOP.matcher(words).find()
        ? new Order.Stop(text, message)
        : new Order.Other(text, message);
  }

  /** Words that obey, empty if they were said before. */
  public static Optional<Reply> said(MessagesRequest request, String how, Order order) {
    String words = how + ": \"" + Phrases.inOneLine(order.text()) + "\".";
    boolean before = answers(request).anyMatch(words::equals);
    return before ? Optional.empty() : Optional.of(Reply.text(words));
  }

  /** What the agent has said. */
  static Stream<String> answers(MessagesRequest request) {
    return request.messages().stream()
        .filter(message -> !message.fromUser())
        .flatMap(Message::texts);
  }

  /** The calls made since an order was given. */
  public static Stream<Block.Call> callsAfter(MessagesRequest request, Order order) {
    return request.messages().stream().skip(order.message()).flatMap(Message::calls);
  }

  private static Optional<Step> step(String words) {
    if (OrderWords.REFUND.matcher(words).find()) {
      return Optional.of(Step.REFUND);
    }
    if (!OrderWords.TICKET.matcher(words).find()) {
      return Optional.empty();
    }
    if (OrderWords.PRIORITISE.matcher(words).find()) {
      return Optional.of(Step.PRIORITISE);
    }
    if (OrderWords.ROUTE.matcher(words).find()) {
      return Optional.of(Step.ROUTE);
    }
    if (OrderWords.CLASSIFY.matcher(words).find()) {
      return Optional.of(Step.CLASSIFY);
    }
    return OrderWords.COMPLETE.matcher(words).find()
        ? Optional.of(Step.COMPLETE)
        : Optional.empty();
  }
}
