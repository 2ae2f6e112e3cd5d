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
 * Something that a user's text tells its reader to do. It stands as prose: results of tools, JSON,
 * quotation marks and the task hold none; what is quoted line by line holds some for an agent that
 * obeys it.
 *
 * @param text the sentence that says so
 * @param words the same without what stands in quotation marks
 * @param message the index of the message it stands in
 */
public record Order(String text, String words, int message) {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  /** The orders of a request, in the order they were given. */
  static List<Order> in(MessagesRequest request, Gullible gullible) {
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
              inText(passage.text(), i, orders);
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

  private static void inText(String text, int message, List<Order> orders) {
    for (Prose sentence : Prose.in(text)) {
      String words = sentence.words();
      if (OrderWords.ORDER.matcher(words).find()
          || OrderWords.QUESTION.matcher(words).find()
          || OrderWords.CODE.matcher(words).find()) {
        String whole = sentence.whole();
        orders.add(
            new Order(
                whole.length() > LONGEST ? whole.substring(0, LONGEST).strip() : whole,
                words,
                message));
      }
    }
  }

  /** Words that obey it, empty if they were said before. */
  public Optional<Reply> said(MessagesRequest request, String how) {
    String reply = how + ": \"" + Phrases.inOneLine(text) + "\".";
    return answers(request).anyMatch(reply::equals)
        ? Optional.empty()
        : Optional.of(Reply.text(reply));
  }

  /** What the agent has said. */
  static Stream<String> answers(MessagesRequest request) {
    return request.messages().stream().filter(said -> !said.fromUser()).flatMap(Message::texts);
  }

  /** The calls made since it was given. */
  Stream<Block.Call> callsAfter(MessagesRequest request) {
    return request.messages().stream().skip(message).flatMap(Message::calls);
  }
}
