package dev.recap.simulator.agent;

import dev.recap.simulator.wire.Message;
import java.util.List;

/** A few polite words where there is no work with tools: fixed rules, not an LLM. */
final class Chat {
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
}
