package dev.recap.lab.crashes;

import dev.recap.conversation.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the model was asked, whoever asked it. For any thread. */
final class Requests {
  private final Set<List<Message>> asked = new HashSet<>();
  private int again;

  synchronized void ask(List<Message> messages) {
    again += asked.add(messages) ? 0 : 1;
  }

  /** How often it was asked what it had been asked before: each such reply is paid twice. */
  synchronized int again() {
    return again;
  }
}
