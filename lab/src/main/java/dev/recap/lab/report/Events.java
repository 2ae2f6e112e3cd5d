package dev.recap.lab.report;

import dev.recap.lab.count.CallEvent;

/** Calls that went wrong, in words. */
public final class Events {
  private Events() {}

  /** Names the call with turn, tool and ticket. */
  public static String sentence(CallEvent event) {
    String ticket = event.ticket().isEmpty() ? "" : " of " + event.ticket();
    return event.turn() == 0
        ? "%s: %s%s, never done".formatted(word(event), event.tool(), ticket)
        : "%s: %s%s in turn %d".formatted(word(event), event.tool(), ticket, event.turn());
  }

  private static String word(CallEvent event) {
    return switch (event.kind()) {
      case LOST -> "LOST";
      case REPEATED -> "REPEATED";
      case REDONE -> "redone";
    };
  }
}
