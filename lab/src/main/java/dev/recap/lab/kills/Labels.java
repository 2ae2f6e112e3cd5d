package dev.recap.lab.kills;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The steps of a worker at which it can be killed. At the one that was chosen it says so on
 * standard output and waits for its end.
 */
final class Labels {
  /** Said once, when a ticket is in hand. */
  static final String WORKING = "working";

  /** Begins what is said at the chosen step. */
  static final String AT = "at ";

  private final Label chosen;
  private final int time;
  private int reached;
  private boolean working;

  /** One step, before or behind something that lasts. */
  enum Label {
    BEFORE_REQUEST,
    AFTER_REPLY,
    BEFORE_APPEND,
    AFTER_APPEND,
    BEFORE_EFFECT,
    AFTER_EFFECT,
    /** None: the parent chooses an instant. */
    NONE;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Every step once, with an instant by chance before each. */
  static List<Label> inTurn() {
    return Stream.of(Label.values())
        .filter(label -> label != Label.NONE)
        .flatMap(label -> Stream.of(Label.NONE, label))
        .toList();
  }

  /**
   * Those of one life.
   *
   * @param time which time that the label is reached with a ticket in hand, from 1
   */
  Labels(Label chosen, int time) {
    this.chosen = chosen;
    this.time = time;
  }

  /** Says that a ticket is in hand, unless it was said before. */
  synchronized void working() {
    if (!working) {
      working = true;
      say(WORKING);
    }
  }

  synchronized void at(Label label) {
    if (working && label == chosen && ++reached == time) {
      say(AT + label.words());
      waitForTheEnd();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
