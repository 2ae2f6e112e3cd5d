package dev.recap.desk.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often a person and the agent said the same in one field. Tickets of which no person's value
 * is known are not in it.
 *
 * @param field category, priority or team
 * @param compared tickets that both have been through and of which the person's value is known
 * @param share null where nothing was compared, as all that follows
 * @param interval where the true share lies with 95 % confidence
 * @param commonest what would have come of always saying what people said most often
 * @param confusion what the agent said for what a person said, by the person's value, the more
 *     frequent first
 */
public record FieldAgreement(
    String field,
    int compared,
    int agree,
    @Nullable Double share,
    @Nullable Interval interval,
    @Nullable Commonest commonest,
    List<Confused> confusion) {

  /** The value that people chose most often, and its share of what was compared. */
  public record Commonest(String value, double share) {}

  /**
   * Tickets of one cell.
   *
   * @param agent null where the agent said nothing
   */
  public record Confused(String human, @Nullable String agent, int n) {
    boolean agrees() {
      return human.equals(agent);
    }
  }

  private record Said(String human, String agent) {}

  public FieldAgreement {
    confusion = List.copyOf(confusion);
  }

  static FieldAgreement of(Field field, List<TrialPair> pairs) {
    Map<Said, Integer> cells =
        new TreeMap<>(Comparator.comparing(Said::human).thenComparing(Said::agent));
    Map<String, Integer> humans = new TreeMap<>();
    for (TrialPair pair : pairs) {
      String human = pair.human().of(field);
      if (human != null) {
        String agent = Objects.requireNonNullElse(pair.agent().of(field), "");
        cells.merge(new Said(human, agent), 1, Integer::sum);
        humans.merge(human, 1, Integer::sum);
      }
    }
    List<Confused> confusion =
        cells.entrySet().stream()
            .map(cell -> confused(cell.getKey(), cell.getValue()))
            .sorted(
                Comparator.comparing(Confused::human)
                    .thenComparing(Confused::n, Comparator.reverseOrder()))
            .toList();
    return of(field, humans, confusion);
  }

  private static Confused confused(Said said, int n) {
    return new Confused(said.human, said.agent.isEmpty() ? null : said.agent, n);
  }

  private static FieldAgreement of(
      Field field, Map<String, Integer> humans, List<Confused> confusion) {
    int compared = humans.values().stream().mapToInt(n -> n).sum();
    int agree = confusion.stream().filter(Confused::agrees).mapToInt(Confused::n).sum();
    if (compared == 0) {
      return new FieldAgreement(field.label(), 0, 0, null, null, null, List.of());
    }
    Map.Entry<String, Integer> most =
        humans.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return new FieldAgreement(
        field.label(),
        compared,
        agree,
        (double) agree / compared,
        Interval.of(agree, compared),
        new Commonest(most.getKey(), (double) most.getValue() / compared),
        confusion);
  }
}
