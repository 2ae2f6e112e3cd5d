package dev.recap.lab.account;

import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A queue in which customers write twice, about the same thing in other words or about something
 * else; some soon after, some when other tickets lie between. A seed gives the same queue for ever.
 *
 * @param pairs by their second ticket, rising
 */
record RepeatedQueue(List<NewTicket> tickets, List<Pair> pairs) {
  private static final int EVERY = 3;
  private static final int NEAR = 4;
  private static final int FAR = 20;
  private static final List<String> OPENINGS =
      List.of(
          "I wrote to you about this before and have not heard anything yet.",
          "This is my second message, because nothing has happened so far.",
          "I am not sure that my first message has reached you, so here it is once more.");

  /**
   * Two tickets of one customer, by their numbers from 1.
   *
   * @param duplicate whether the second is about the same thing
   */
  record Pair(int first, int second, int customer, boolean duplicate) {}

  RepeatedQueue {
    tickets = List.copyOf(tickets);
    pairs = List.copyOf(pairs);
  }

  /**
   * The queue of a seed. Every third ticket is a customer's second one, half of them duplicates.
   */
  static RepeatedQueue of(int count, long seed) {
    List<NewTicket> tickets = new ArrayList<>(new TicketGenerator(seed).generate(count));
    var random = new Random(seed);
    Map<Integer, Integer> duplicateOf = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (int second = EVERY; second < count; second += EVERY) {
      boolean far = random.nextBoolean();
      int distance = far ? random.nextInt(NEAR + 1, FAR + 1) : random.nextInt(1, NEAR + 1);
      int first = Math.max(0, second - distance);
      if (!taken.add(first) || !taken.add(second)) {
        continue;
      }
      boolean duplicate = random.nextBoolean();
      tickets.set(second, again(tickets.get(first), tickets.get(second), duplicate, random));
      if (duplicate) {
        duplicateOf.put(second, first);
      }
    }
    return new RepeatedQueue(tickets, pairs(tickets, duplicateOf));
  }

  private static NewTicket again(
      NewTicket first, NewTicket second, boolean duplicate, Random random) {
    if (!duplicate) {
      return new NewTicket(
          first.customer(), second.subject(), second.description(), second.createdAt(), null);
    }
    String opening = OPENINGS.get(random.nextInt(OPENINGS.size()));
    return new NewTicket(
        first.customer(),
        "Again: "
            + first.subject().substring(0, 1).toLowerCase(Locale.ROOT)
            + first.subject().substring(1),
        opening + " " + withoutLastSentence(first.description()),
        second.createdAt(),
        null);
  }

  private static String withoutLastSentence(String text) {
    int end = text.lastIndexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** A customer's tickets two by two; a duplicate goes with what it repeats. */
  private static List<Pair> pairs(List<NewTicket> tickets, Map<Integer, Integer> duplicateOf) {
    List<Pair> pairs = new ArrayList<>();
    Map<Integer, Integer> latest = new HashMap<>();
    for (int i = 0; i < tickets.size(); i++) {
      int customer = tickets.get(i).customer().number();
      Integer before = duplicateOf.getOrDefault(i, latest.get(customer));
      if (before != null) {
        pairs.add(new Pair(before + 1, i + 1, customer, duplicateOf.containsKey(i)));
      }
      latest.put(customer, i);
    }
    return pairs;
  }
}
