package dev.recap.invariants;

import dev.recap.conversation.Message;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;

/** All that must hold of the messages of every request. */
public final class Invariants {
  static final List<Invariant> ALL =
      List.of(
          new RolesAlternate(),
          new TaskStands(),
          new EveryCallAnswered(),
          new CallIdsUnique(),
          new NoBlankText(),
          new NamesAccepted(),
          new ArgumentsAreObjects(),
          new ErrorsHaveText(),
          new ThinkingKeepsItsPrefix(),
          new NewestKeepsThinking(),
          new UserSpeaksLast());

  private Invariants() {}

  /**
   * Every rule that these messages break, in words; empty when they are fit to send.
   *
   * @param task a text that must stand verbatim in the first message; empty for none
   */
  public static List<String> broken(List<Message> messages, String task) {
    return broken(List.of(), messages, Thinking.BOUND, task);
  }

  /**
   * The same, where these messages stand for others that were sent before, or that would have been
   * sent.
   *
   * @param thinking what holds the model's thinking to its place
   */
  public static List<String> broken(
      List<Message> before, List<Message> messages, Thinking thinking, String task) {
    var proposed = new Proposed(before, messages, thinking, task);
    return ALL.stream().flatMap(rule -> rule.broken(proposed).stream()).toList();
  }
}
