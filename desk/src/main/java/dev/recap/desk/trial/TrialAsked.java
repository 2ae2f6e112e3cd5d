package dev.recap.desk.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.ticket.ImportFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for who wants a file tried: the order without its tickets, as it lies beside
 * them.
 *
 * @param columns by the labels of {@link ColumnMapping.Field}; an empty name for none
 * @param dollars what it may cost; null for no limit
 * @param tickets the first so many of the file; null for all
 * @param at ISO 8601
 */
public record TrialAsked(
    String name,
    Map<String, String> columns,
    String model,
    @Nullable Double dollars,
    @Nullable Integer tickets,
    String by,
    String at) {
  private static final long THRESHOLD = 20_000;

  public TrialAsked {
    columns = Map.copyOf(columns);
    if (tickets != null && tickets < 1) {
      throw new IllegalArgumentException("tickets is " + tickets + ", but must be 1 or more");
    }
    if (dollars != null && !(dollars > 0)) {
      throw new IllegalArgumentException("dollars is " + dollars + ", but must be more than 0");
    }
  }

  /** The same with another limit. */
  TrialAsked atMost(double other) {
    return new TrialAsked(name, columns, model, other, tickets, by, at);
  }

  static TrialAsked read(String json) {
    try {
      return TrialJson.MAPPER.readValue(json, TrialAsked.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is nothing that was asked for: " + e.getMessage(), e);
    }
  }

  /** The file as it is read. */
  public AnsweredFile file(Path path) {
    Map<ColumnMapping.Field, String> said =
        columns.entrySet().stream()
            .collect(
                Collectors.toMap(
                    column -> ColumnMapping.Field.of(column.getKey()), Map.Entry::getValue));
    return AnsweredFile.read(ImportFile.of(name, path), said, Instant.parse(at));
  }

  /**
   * The order.
   *
   * @param simulated whether the model is rules and not an LLM
   * @throws IllegalArgumentException when a model that costs money has no limit, or nobody decided
   *     anything
   */
  TrialOrder order(List<Answered> all, boolean simulated) {
    if (!simulated && dollars == null) {
      throw new IllegalArgumentException(
          "dollars is missing: model '%s' costs money, so say how much it may be".formatted(model));
    }
    List<Answered> some = tickets == null || tickets > all.size() ? all : all.subList(0, tickets);
    String told =
        simulated ? "SIMULATED: fixed rules, not an LLM; nothing is spent" : "Model " + model;
    return TrialOrder.of(
        new TrialOrder.Made(name, by, Instant.parse(at)),
        some,
        new TrialOrder.Who(model, simulated, told, THRESHOLD, 1),
        dollars == null ? Budget.NONE : new Budget(dollars, Long.MAX_VALUE));
  }
}
