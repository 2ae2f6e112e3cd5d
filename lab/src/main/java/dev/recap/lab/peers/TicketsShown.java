package dev.recap.lab.peers;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many tickets a request still names, one by one or in a range such as {@code TICKET-1 to
 * TICKET-44}. A closing account can only speak of these.
 */
final class TicketsShown {
  private static final Pattern NAMED =
      Pattern.compile("TICKET-([0-9]{1,6})(?: (?:to|through) TICKET-([0-9]{1,6}))?");

  private TicketsShown() {}

  static int in(String requestJson, int tickets) {
    BitSet shown = new BitSet();
    Matcher named = NAMED.matcher(requestJson);
    while (named.find()) {
      int first = Integer.parseInt(named.group(1));
      int last = named.group(2) == null ? first : Integer.parseInt(named.group(2));
      for (int ticket = Math.max(1, first); ticket <= Math.min(last, tickets); ticket++) {
        shown.set(ticket);
      }
    }
    return shown.cardinality();
  }
}
