package dev.recap.simulator.agent;

import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds whether anybody asked for work on tickets, and for how many. */
final class Task {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern WORK =
      Pattern.compile(
          "\\b(?:work|working|process|processing|handle|handling|go|going|resolve|deal|take|finish|complete|continue|carry on|fetch)\\b.{0,80}\\b(?:tickets?|queue)\\b"
              + "|\\bget_next_ticket\\b"
              + "|\\bnext ticket\\b"
              + "|\\btickets?\\b.{0,60}\\b(?:have|has|need|needs) to be\\b",
          FLAGS);
  private static final Pattern COUNT =
      Pattern.compile("(?i)\\b(\\d{1,6})\\s+(?:\\w+\\s+){0,2}tickets\\b");

  private Task() {}

  static boolean given(MessagesRequest request) {
    return texts(request).anyMatch(text -> WORK.matcher(text).find());
  }

  /** How many tickets the task speaks of, such as "5 tickets", or none. */
  static String count(String system, List<Message> messages) {
    return Stream.concat(Stream.of(system), userTexts(messages))
        .map(COUNT::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1) + " tickets")
        .findFirst()
        .orElse("tickets");
  }

  private static Stream<String> texts(MessagesRequest request) {
    return Stream.concat(Stream.of(request.system()), userTexts(request.messages()));
  }

  private static Stream<String> userTexts(List<Message> messages) {
    return messages.stream().filter(Message::fromUser).flatMap(Message::texts);
  }
}
