package dev.recap.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.model.ModelOptions.Option;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.Prices;
import dev.recap.model.Prices.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a price table and names the field of whatever is wrong with it.
 *
 * @param file stands in front of every message
 * @param base what holds of a model where its row says nothing
 */
record CatalogReader(String file, Base base) {

  /** Of the price of input, for a write that lasts an hour; source: the vendor's pricing. */
  private static final double HOUR_WRITE_RATE = 2;

  /** What is known of a model beforehand. */
  @FunctionalInterface
  interface Base {
    ModelProfile of(String name);
  }

  /** Where a second-hand figure comes from. */
  private enum SecondHand {
    /** A public copy of a page of the vendor's, which may lag behind. */
    COPY,
    /** Somebody else tried it out. */
    PROBE,
    /** Somebody else says so. */
    REPORTED,
    /** Found nowhere: a cautious figure. */
    ASSUMED
  }

  ModelCatalog read(String json) {
    ObjectNode whole;
    try {
      whole = JsonText.object("the table", json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    TableFields table = new TableFields(file, "", whole).knowing("date", "source", "models");
    Map<String, ModelProfile> models = new LinkedHashMap<>();
    for (TableFields row : table.children("models", "an array of models")) {
      ModelProfile model = model(row);
      if (models.put(model.name(), model) != null) {
        throw row.wrong("name", "a name that no model before has");
      }
    }
    return new ModelCatalog(table.day("date").toString(), table.text("source"), models);
  }

  private ModelProfile model(TableFields row) {
    row.knowing(
        "name",
        "windowTokens",
        "maxOutputTokens",
        "cacheableMinimumTokens",
        "prices",
        "thinking",
        "refuses",
        "tokenScale",
        "compacts",
        "retires",
        "secondHand");
    checkMarks(row);
    String name = row.text("name");
    ModelProfile known = base.of(name);
    int window = row.tokens("windowTokens", 1);
    return new ModelProfile(
        name,
        window,
        row.or(
            Math.min(window, known.maxOutputTokens()),
            "maxOutputTokens",
            field -> row.tokens(field, 1)),
        row.tokens("cacheableMinimumTokens", 0),
        row.has("prices") ? prices(row.child("prices")) : null,
        row.or(known.thinking(), "thinking", field -> row.constant(field, Thinking.values())),
        row.or(
            known.refuses(), "refuses", field -> Set.copyOf(row.constants(field, Option.values()))),
        row.or(known.tokenScale(), "tokenScale", row::factor),
        row.or(known.compacts(), "compacts", row::flag),
        row.has("retires") ? row.day("retires") : known.retires());
  }

  private static Prices prices(TableFields fields) {
    fields.knowing("input", "cacheRead", "cacheWrite", "hourWrite", "output", "steps");
    List<Step> steps = new ArrayList<>();
    if (fields.has("steps")) {
      int least = 1;
      for (TableFields step : fields.children("steps", "an array of prices")) {
        step.knowing(
            "abovePromptTokens", "input", "cacheRead", "cacheWrite", "hourWrite", "output");
        int above = step.tokens("abovePromptTokens", least);
        steps.add(new Step(above, prices(step, List.of())));
        least = above + 1;
      }
    }
    return prices(fields, steps);
  }

  private static Prices prices(TableFields fields, List<Step> steps) {
    double input = fields.price("input");
    double cacheRead = fields.priceOrFree("cacheRead");
    double cacheWrite = fields.priceOrFree("cacheWrite");
    return new Prices(
        input,
        cacheRead,
        cacheWrite,
        fields.has("hourWrite")
            ? fields.priceOrFree("hourWrite")
            : Math.max(cacheWrite, HOUR_WRITE_RATE * input),
        fields.price("output"),
        steps);
  }

  /** A mark beside a figure that is not there would be a mistake in one of the two. */
  private static void checkMarks(TableFields row) {
    if (!row.has("secondHand")) {
      return;
    }
    TableFields marks = row.child("secondHand");
    for (String figure : marks.names()) {
      marks.constant(figure, SecondHand.values());
      if (!row.has(figure)) {
        throw marks.wrong(figure, "the mark of a figure of this row");
      }
    }
  }
}
