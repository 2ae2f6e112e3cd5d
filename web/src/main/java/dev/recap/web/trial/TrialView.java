package dev.recap.web.trial;

import dev.recap.desk.trial.Rating;
import dev.recap.desk.trial.TrialPair;
import dev.recap.desk.trial.TrialResult;
import dev.recap.desk.trial.Trials.Rated;
import dev.recap.desk.trial.TrialsAtWork.Unfinished;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One trial.
 *
 * @param unfinished null where it was worked to its end
 * @param result null where none is on record yet
 * @param only which pairs are shown
 * @param page from 0
 */
public record TrialView(
    String id,
    @Nullable Unfinished unfinished,
    @Nullable TrialResult result,
    List<Rated> ratings,
    Only only,
    int page,
    @Nullable String problem) {
  private static final int PAIRS = 20;

  /** A choice of the pairs. */
  public enum Only {
    ALL("All"),
    DIFFER("Differ"),
    PERSON("Went to a person"),
    FLAGGED("Draft to be checked");

    private final String label;

    Only(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    boolean takes(TrialPair pair) {
      return switch (this) {
        case ALL -> true;
        case DIFFER -> !pair.differs().isEmpty();
        case PERSON -> pair.ground().forPerson() != null;
        case FLAGGED -> !pair.ground().findings().isEmpty();
      };
    }
  }

  /** How many pairs a choice has. */
  public long count(Only which) {
    return result == null ? 0 : result.pairs().stream().filter(which::takes).count();
  }

  /** Those of this page. */
  public List<TrialPair> pairs() {
    return result == null
        ? List.of()
        : result.pairs().stream()
            .filter(only::takes)
            .skip((long) page * PAIRS)
            .limit(PAIRS)
            .toList();
  }

  /** Whether there are more behind this page. */
  public boolean hasMore() {
    return count(only) > (long) (page + 1) * PAIRS;
  }

  /** A field in which somebody decided, in words, and whether both said the same. */
  public record Decided(String told, boolean same) {}

  /** Both decisions, field by field. */
  public List<Decided> decided(TrialPair pair) {
    return Stream.of(
            decided("category", pair.human().category(), pair.agent().category()),
            decided("priority", pair.human().priority(), pair.agent().priority()),
            decided("team", pair.human().team(), pair.agent().team()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Decided> decided(
      String field, @Nullable String human, @Nullable String agent) {
    if (human == null) {
      return Optional.empty();
    }
    return Optional.of(
        human.equals(agent)
            ? new Decided("= %s: %s".formatted(field, human), true)
            : new Decided(
                "\u2260 %s: person %s, agent %s"
                    .formatted(field, human, Objects.requireNonNullElse(agent, "nothing")),
                false));
  }

  /** What people said of a pair. */
  public List<Rated> of(TrialPair pair) {
    return ratings.stream().filter(rated -> rated.ticket().equals(pair.ticket())).toList();
  }

  /** How often each rating was given. */
  public Map<Rating, Long> rated() {
    return ratings.stream()
        .collect(Collectors.groupingBy(Rated::rating, TreeMap::new, Collectors.counting()));
  }

  /** What can be said of a pair. */
  public List<Rating> choices() {
    return Arrays.asList(Rating.values());
  }
}
