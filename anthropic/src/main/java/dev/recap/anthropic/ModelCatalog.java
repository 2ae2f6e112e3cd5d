package dev.recap.anthropic;

import dev.recap.model.ModelProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of models, with the date and the source of the figures.
 *
 * <p>The table is a JSON file: {@code {"date": "2026-11-28", "source": "...", "models": [{"name":
 * "claude-haiku-5-5", "windowTokens": 1000000, "cacheableMinimumTokens": 512, "prices": {"input":
 * 0.10, "cacheRead": 0.01, "cacheWrite": 0.125, "output": 0.50, "steps": [{"abovePromptTokens":
 * 100000, "input": 0.50, "cacheRead": 0.05, "cacheWrite": 0.625, "output": 2.50}]}}]}}. Prices are
 * US dollars per million tokens; a model may stand without {@code prices}, and prices without
 * {@code hourWrite}, which then is twice the price of input, and {@code steps}.
 *
 * <p>A row may also say {@code maxOutputTokens}, {@code thinking} ({@code none}, {@code free},
 * {@code bound} or {@code required}), {@code refuses} (the options it does not take, in small
 * letters), {@code tokenScale}, {@code compacts}, {@code retires} (the day from which it may not
 * answer any more) and {@code secondHand}, which marks figures of the row that are not the vendor's
 * own word. What a row of a file does not say is as in the bundled table, and else as for an
 * unknown model.
 *
 * @param date the day the figures were true, as {@code 2026-11-28}
 * @param source where they come from
 * @param models by name
 */
public record ModelCatalog(String date, String source, Map<String, ModelProfile> models) {
  // For a model nobody has told us of: the least window, and the most of what makes a prompt dear.
  private static final int LEAST_WINDOW_TOKENS = 200_000;
  private static final int MOST_MINIMUM_TOKENS = 4_096;
  private static final double MOST_TOKEN_SCALE = 1.5;

  private static final String RESOURCE = "models.json";

  public ModelCatalog {
    models = Map.copyOf(models);
  }

  /** The table that comes with the library. */
  public static ModelCatalog bundled() {
    return Bundled.CATALOG;
  }

  /**
   * The bundled table with the models of a file put over it; date and source are the file's.
   *
   * @throws IllegalArgumentException when the file cannot be understood, naming the field
   * @throws UncheckedIOException when it cannot be read
   */
  public static ModelCatalog load(Path file) {
    ModelCatalog loaded;
    try {
      loaded = new CatalogReader(file.toString(), bundled()::profile).read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the price table %s cannot be read: %s".formatted(file, e), e);
    }
    Map<String, ModelProfile> models = new LinkedHashMap<>(bundled().models());
    models.putAll(loaded.models());
    return new ModelCatalog(loaded.date(), loaded.source(), models);
  }

  /**
   * What is known about a model. A name that ends in a release's date, or in {@code -latest}, means
   * the model without it, unless it has a row of its own. An unknown model gets cautious values (a
   * window of 200,000 tokens, replies of 4,096, nothing shorter than 4,096 cached, its thinking
   * bound) and no prices.
   */
  public ModelProfile profile(String name) {
    ModelProfile known = models.getOrDefault(name, models.get(family(name)));
    return known == null ? unknown(name) : known.named(name);
  }

  /** Whether the table has the model. */
  public boolean knows(String name) {
    return models.containsKey(name) || models.containsKey(family(name));
  }

  /** A model's name without the date of a release. */
  static String family(String name) {
    return name.replaceFirst("-([0-9]{8}|latest)$", "");
  }

  private static ModelProfile unknown(String name) {
    return new ModelProfile(name, LEAST_WINDOW_TOKENS, MOST_MINIMUM_TOKENS, null)
        .tokenScale(MOST_TOKEN_SCALE);
  }

  /** Read once, when it is first needed. */
  private static final class Bundled {
    static final ModelCatalog CATALOG = read();

    private static ModelCatalog read() {
      try (InputStream table = ModelCatalog.class.getResourceAsStream(RESOURCE)) {
        if (table == null) {
          throw new IllegalStateException(RESOURCE + " is missing from the library");
        }
        return new CatalogReader(RESOURCE, ModelCatalog::unknown)
            .read(new String(table.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
