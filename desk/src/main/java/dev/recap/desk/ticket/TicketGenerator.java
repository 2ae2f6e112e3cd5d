package dev.recap.desk.ticket;

import dev.recap.desk.rules.DeskRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Tickets out of nothing but a seed, for simulations and experiments: letters to a maker of lamps
 * that does not exist, from people who do not exist.
 *
 * <p>One seed gives the same tickets for ever, and fewer of them are the beginning of more. Of each
 * five in a row there is one of every category, and one comes from a customer who has written
 * before. A category's templates come round only when all of them were used.
 *
 * <p>A description has 250 to 420 characters, so that the result of {@code get_next_ticket} has the
 * recorded size (see {@code TicketView}).
 */
public final class TicketGenerator {
  /** Large enough for any experiment, small enough to be held in memory twice. */
  public static final int MAX_TICKETS = 100_000;

  private static final Instant FIRST = Instant.parse("2026-11-02T07:12:00Z");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final List<String> PRODUCTS =
      List.of(
          "Heron desk lamp",
          "Marlow floor lamp",
          "Pebble night light",
          "Tern wall light",
          "Alder pendant lamp",
          "Fathom table lamp",
          "Juniper bedside lamp",
          "Osprey reading lamp");

  private final long seed;

  public TicketGenerator(long seed) {
    this.seed = seed;
  }

  /**
   * The first tickets of this seed.
   *
   * @throws IllegalArgumentException when the count is not from 1 to {@link #MAX_TICKETS}
   */
  public List<NewTicket> generate(int count) {
    if (count < 1 || count > MAX_TICKETS) {
      throw new IllegalArgumentException(
          "the number of tickets was %,d, but 1 to %,d was expected".formatted(count, MAX_TICKETS));
    }
    var draw = new Draw(new Random(seed));
    List<NewTicket> tickets = new ArrayList<>(count);
    while (tickets.size() < count) {
      tickets.addAll(draw.five());
    }
    return List.copyOf(tickets.subList(0, count));
  }

  /** One pass over the random numbers of a seed. */
  private static final class Draw {
    // Named by class, not by interface: its sequence is part of the Java specification.
    private final Random random;
    private final InventedCustomers customers;
    private final Map<String, List<TicketTemplate>> left = new HashMap<>();
    private Instant now = FIRST;

    Draw(Random random) {
      this.random = random;
      this.customers = new InventedCustomers(random);
    }

    List<NewTicket> five() {
      List<String> categories = new ArrayList<>(DeskRules.names(DeskRules.standard().categories()));
      Collections.shuffle(categories, random);
      int regular = between(1, categories.size() - 1);
      List<NewTicket> tickets = new ArrayList<>();
      for (int i = 0; i < categories.size(); i++) {
        Customer customer = i == regular ? customers.regular() : customers.stranger();
        tickets.add(ticket(categories.get(i), customer));
      }
      return tickets;
    }

    private NewTicket ticket(String category, Customer customer) {
      now = now.plus(Duration.ofMinutes(between(4, 95)));
      TicketTemplate filled = template(category).filledWith(slots());
      return new NewTicket(customer, filled.subject(), filled.description(), now, null);
    }

    private TicketTemplate template(String category) {
      List<TicketTemplate> deck = left.computeIfAbsent(category, unused -> new ArrayList<>());
      if (deck.isEmpty()) {
        deck.addAll(TicketTemplate.of(category));
        Collections.shuffle(deck, random);
      }
      return deck.removeLast();
    }

    private Map<String, String> slots() {
      int days = between(4, 24);
      Map<String, String> slots = new HashMap<>();
      slots.put("product", PRODUCTS.get(random.nextInt(PRODUCTS.size())));
      slots.put("order", "QM-" + between(100_000, 999_999));
      slots.put("invoice", "R-" + between(10_000, 99_999));
      slots.put("amount", between(19, 389) + (random.nextBoolean() ? ".00" : ".90") + " EUR");
      slots.put("days", String.valueOf(days));
      // The date of what went wrong lies a little further back than the days since.
      slots.put("date", DAY.format(now.minus(Duration.ofDays(days + between(1, 3)))));
      slots.put("later", DAY.format(now.plus(Duration.ofDays(between(9, 25)))));
      slots.put("code", "E-" + between(101, 499));
      return slots;
    }

    private int between(int least, int most) {
      return random.nextInt(least, most + 1);
    }
  }
}
