package dev.recap.simulator.agent;

import dev.recap.simulator.wire.Message;
import java.util.List;

/** A few polite words where there is no work with tools: fixed rules, not an LLM. */
final class Chat {
  private static final int MOST_MESSAGES = 8;
  private static final int MOST_WORDS = 14;

  private Chat() {}

  static String reply(List<Message> messages) {
    String said = messages.getLast().texts().reduce((a, b) -> b).orElse("");
    String gist = Phrases.inOneLine(said);
    if (gist.length() > 60) {
      gist = gist.substring(0, 60).strip() + " …";
    }
    long turns = messages.stream().filter(Message::fromUser).count();
    return "Thank you for your message. You wrote: \""
        + gist
        + "\". This is a simulator: I follow fixed rules and am not a language model, so I can show"
        + " how a conversation runs but not what it should say. So far you have written to me "
        + (turns == 1 ? "once" : turns + " times")
        + ". What would you like to do next?";
  }

  /** Asks what to do; {@code item} is what the work would be on, such as "ticket". */
  static String question(String item) {
    return "I do not see what I am to do here: no task and nothing about any "
        + item
        + " stands in this conversation. What would you like me to work on?";
  }

  /** A faithful summary of such a conversation: what the user said, in their words. */
  static String summary(List<Message> messages) {
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
