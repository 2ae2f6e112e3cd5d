package dev.recap.simulator.agent;

import dev.recap.simulator.wire.Message;
import java.util.List;

/** A faithful summary of a conversation without tickets: what the user said, in their words. */
final class ChatSummary {
  private static final int MOST_MESSAGES = 8;
  private static final int MOST_WORDS = 14;

  private ChatSummary() {}

  static String of(List<Message> messages) {
    List<String> said =
        messages.stream().filter(Message::fromUser).flatMap(Message::texts).toList();
    StringBuilder text = new StringBuilder("Notes on the conversation so far. The user wrote:\n");
    int from = Math.max(0, said.size() - MOST_MESSAGES);
    if (from > 0) {
      text.append("- first: \"").append(beginning(said.getFirst())).append("\"\n");
    }
    for (String one : said.subList(from, said.size())) {
      text.append("- \"").append(beginning(one)).append("\"\n");
    }
    return text.append("Every message got an answer.").toString();
  }

  private static String beginning(String text) {
    String[] words = text.replaceAll("[\"“”]", "").strip().split("\\s+", MOST_WORDS + 1);
    boolean cut = words.length > MOST_WORDS;
    return String.join(" ", List.of(words).subList(0, Math.min(words.length, MOST_WORDS)))
        + (cut ? " …" : "");
  }
}
