package dev.recap.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogTest {
  private static final Prices SONNET = new Prices(2, 0.10, 2.50, 10);

  @Nested
  class TheBundledTable {
    private final ModelCatalog catalog = ModelCatalog.bundled();

    @Test
    void hasADateAndASource() {
      assertThat(catalog.date()).matches("\\d{4}-\\d{2}-\\d{2}");
      assertThat(catalog.source()).contains("https://");
    }

    @Test
    void knowsThePricesOfCurrentModels() {
      assertThat(catalog.profile("claude-sonnet-5-5"))
          .isEqualTo(new ModelProfile("claude-sonnet-5-5", 1_000_000, 512, SONNET));
      assertThat(catalog.profile("claude-sonnet-4-6").knownPrices())
          .contains(new Prices(3, 0.30, 3.75, 15));
      assertThat(catalog.profile("claude-haiku-4-5"))
          .isEqualTo(
              new ModelProfile("claude-haiku-4-5", 200_000, 4096, new Prices(1, 0.10, 1.25, 5)));
      assertThat(catalog.profile("claude-opus-4-5"))
          .isEqualTo(
              new ModelProfile("claude-opus-4-5", 200_000, 4096, new Prices(5, 0.50, 6.25, 25)));
    }

    @Test
    void readsANameWithTheDateOfARelease() {
      assertThat(catalog.profile("claude-sonnet-5-5-20260928"))
          .isEqualTo(new ModelProfile("claude-sonnet-5-5-20260928", 1_000_000, 512, SONNET));
      assertThat(catalog.profile("claude-sonnet-5-5-latest").knownPrices()).contains(SONNET);
    }

    @Test
    void stillPricesWhatWasRecordedWithARetiredModel() {
      assertThat(catalog.profile("claude-sonnet-4-5-20250929").knownPrices())
          .contains(new Prices(3, 0.30, 3.75, 15));
    }

    @Test
    void hasNoPricesForAModelItDoesNotKnow() {
      assertThat(catalog.profile("claude-sonnet-45"))
          .isEqualTo(new ModelProfile("claude-sonnet-45", 200_000, 512, null));
    }
  }

  @Nested
  class AFile {
    @TempDir Path folder;

    private ModelCatalog loaded(String json) throws IOException {
      return ModelCatalog.load(Files.writeString(folder.resolve("prices.json"), json));
    }

    @Test
    void standsOverTheBundledTable() throws IOException {
      ModelCatalog catalog =
          loaded(
              """
              {"date":"2026-11-01","source":"our contract","models":[
                {"name":"claude-sonnet-5-5","windowTokens":1000000,"cacheableMinimumTokens":2048,
                 "prices":{"input":2,"cacheRead":0,"cacheWrite":2.5,"output":10}},
                {"name":"house-model","windowTokens":32000,"cacheableMinimumTokens":0}]}\
              """);
      assertThat(catalog.source()).isEqualTo("our contract");
      assertThat(catalog.profile("claude-sonnet-5-5"))
          .isEqualTo(
              new ModelProfile("claude-sonnet-5-5", 1_000_000, 2048, new Prices(2, 0, 2.5, 10)));
      assertThat(catalog.profile("house-model").knownPrices()).isEmpty();
      assertThat(catalog.profile("claude-haiku-4-5"))
          .isEqualTo(ModelCatalog.bundled().profile("claude-haiku-4-5"));
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
      assertThat(loaded("\uFEFF{\"date\":\"2026-11-01\",\"source\":\"s\",\"models\":[]}").date())
          .isEqualTo("2026-11-01");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "nonsense | the table must be a JSON object, but was: nonsense",
          "{\"models\":[]} | date must be a string that is not blank, but was missing",
          "{\"date\":\"May\",\"source\":\"s\",\"models\":[]} | date must be a day like",
          "{\"date\":\"2026-11-01\",\"source\":\" \",\"models\":[]} | source must be a string",
          "{\"date\":\"2026-11-01\",\"source\":\"s\"} | models must be an array of models",
          "{\"prises\":1} | prises is no field of the table; known are [date, models, source]",
        })
    void thatIsNoTableSaysWhy(String json, String message) {
      assertThatThrownBy(() -> loaded(json))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("prices.json: ")
          .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "7 | models[0] must be a JSON object, but was 7",
          "{\"windowTokens\":1} | models[0].name must be a string that is not blank",
          "{\"name\":\"a\",\"windowTokens\":0} | models[0].windowTokens must be a whole number of"
              + " tokens, 1 or more, but was 0",
          "{\"name\":\"a\",\"windowTokens\":2e5} | models[0].windowTokens",
          "{\"name\":\"a\",\"windowTokens\":9} | models[0].cacheableMinimumTokens must be a whole"
              + " number of tokens, 0 or more, but was missing",
          "{\"name\":\"a\",\"window\":9} | models[0].window is no field",
        })
    void withARowThatIsWrongNamesTheField(String row, String message) {
      assertThatThrownBy(() ->
              loaded("{\"date\":\"2026-11-01\",\"source\":\"s\",\"models\":[%s]}".formatted(row)))
          .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "[] | models[0].prices must be a JSON object, but was []",
          "{\"input\":\"three\"} | models[0].prices.input must be dollars per million tokens, more"
              + " than 0 and at most 10000, but was \"three\"",
          "{\"input\":0} | models[0].prices.input",
          "{\"input\":1e5} | models[0].prices.input",
          "{\"input\":1,\"cacheRead\":-1} | models[0].prices.cacheRead must be dollars per million"
              + " tokens, 0 or more",
          "{\"input\":1,\"cacheRead\":0,\"cacheWrite\":1} | models[0].prices.output",
          "{\"inputs\":1} | models[0].prices.inputs is no field",
        })
    void withAPriceThatIsWrongNamesTheField(String prices, String message) {
      assertThatThrownBy(() ->
              loaded(
                  """
                  {"date":"2026-11-01","source":"s","models":[{"name":"a","windowTokens":9,
                  "cacheableMinimumTokens":0,"prices":%s}]}\
                  """
                      .formatted(prices)))
          .hasMessageContaining(message);
    }

    @Test
    void thatNamesAModelTwiceIsRefused() {
      String row = "{\"name\":\"a\",\"windowTokens\":9,\"cacheableMinimumTokens\":0}";
      assertThatThrownBy(() ->
              loaded(
                  "{\"date\":\"2026-11-01\",\"source\":\"s\",\"models\":[%s,%s]}"
                      .formatted(row, row)))
          .hasMessageContaining("models[1].name must be a name that no model before has");
    }

    @Test
    void thatIsMissingIsNamed() {
      assertThatThrownBy(() -> ModelCatalog.load(folder.resolve("none.json")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("none.json");
    }
  }
}
