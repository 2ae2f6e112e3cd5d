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
 * Windows, cacheable minimums and prices of models, with the date and the source of the figures.
 *
 * <p>The table is a JSON file: {@code {"date": "2026-11-28", "source": "...", "models": [{"name":
 * "claude-sonnet-5-5", "windowTokens": 1000000, "cacheableMinimumTokens": 512, "prices": {"input":
 * 2.00, "cacheRead": 0.10, "cacheWrite": 2.50, "output": 10.00}}]}}. Prices are US dollars per
 * million tokens; a model may stand without {@code prices}.
 *
 * @param date the day the figures were true, as {@code 2026-11-28}
 * @param source where they come from
 * @param models by name
 */
public record ModelCatalog(String date, String source, Map<String, ModelProfile> models) {
  /** For a model nobody has told us of: the smallest window and minimum of the current ones. */
  private static final int USUAL_WINDOW_TOKENS = 200_000;

  private static final int USUAL_MINIMUM_TOKENS = 512;

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
      loaded = new CatalogReader(file.toString()).read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the price table %s cannot be read: %s".formatted(file, e), e);
    }
    Map<String, ModelProfile> models = new LinkedHashMap<>(bundled().models());
    models.putAll(loaded.models());
    return new ModelCatalog(loaded.date(), loaded.source(), models);
  }

  /**
   * What is known about a model. A name that ends in a release's date, or in {@code -latest}, means
   * the model without it, unless it has a row of its own. An unknown model has a window of 200,000
   * tokens and no prices.
   */
  public ModelProfile profile(String name) {
    String family = name.replaceFirst("-([0-9]{8}|latest)$", "");
    ModelProfile known = models.getOrDefault(name, models.get(family));
    return known == null
        ? new ModelProfile(name, USUAL_WINDOW_TOKENS, USUAL_MINIMUM_TOKENS, null)
        : new ModelProfile(
            name, known.windowTokens(), known.cacheableMinimumTokens(), known.prices());
  }

  /** Read once, when it is first needed. */
  private static final class Bundled {
    static final ModelCatalog CATALOG = read();

    private static ModelCatalog read() {
      try (InputStream table = ModelCatalog.class.getResourceAsStream(RESOURCE)) {
        if (table == null) {
          throw new IllegalStateException(RESOURCE + " is missing from the library");
        }
        return new CatalogReader(RESOURCE)
            .read(new String(table.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
