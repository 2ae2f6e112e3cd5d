package dev.recap.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ModelOptions.Option;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.Prices;
import dev.recap.model.Prices.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogTest {
  @Nested
  class AFile {
    /** The beginnings of a row and of prices that lack nothing. */
    private static final String ROW =
        "{\"name\":\"a\",\"windowTokens\":9,\"cacheableMinimumTokens\":0,";

    private static final String PRICES =
        "{\"input\":1,\"cacheRead\":0,\"cacheWrite\":1,\"output\":1,";
    private static final String STEP =
        "{\"abovePromptTokens\":9,\"input\":1,\"cacheRead\":0,\"cacheWrite\":1,\"output\":1}";

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
              ModelCatalog.bundled()
                  .profile("claude-sonnet-5-5")
                  .cacheableMinimumTokens(2048)
                  .prices(new Prices(2, 0, 2.5, 4, 10, List.of())));
      assertThat(catalog.profile("house-model").knownPrices()).isEmpty();
      assertThat(catalog.profile("claude-haiku-4-5"))
          .isEqualTo(ModelCatalog.bundled().profile("claude-haiku-4-5"));
    }

    @Test
    void saysAsMuchAboutAModelAsTheBundledTable() throws IOException {
      ModelProfile model =
          loaded(
                  """
                  {"date":"2026-11-01","source":"s","models":[{
                   "name":"house-model","windowTokens":32000,"maxOutputTokens":8000,
                   "cacheableMinimumTokens":0,"thinking":"required","compacts":true,
                   "refuses":["temperature","thinking_off"],"tokenScale":0.9,"retires":"2027-03-01",
                   "prices":{"input":3,"cacheRead":0.3,"cacheWrite":3.75,"hourWrite":5,"output":15,
                    "steps":[
                     {"abovePromptTokens":1000,"input":6,"cacheRead":1,"cacheWrite":7,"output":20},
                     {"abovePromptTokens":9000,"input":9,"cacheRead":2,"cacheWrite":8,"output":30}]},
                   "secondHand":{"prices.cacheRead":"reported","tokenScale":"probe"}}]}\
                  """)
              .profile("house-model");
      assertThat(model)
          .isEqualTo(
              new ModelProfile(
                  "house-model",
                  32_000,
                  8_000,
                  0,
                  new Prices(
                      3,
                      0.3,
                      3.75,
                      5,
                      15,
                      List.of(
                          new Step(1_000, new Prices(6, 1, 7, 12, 20, List.of())),
                          new Step(9_000, new Prices(9, 2, 8, 18, 30, List.of())))),
                  Thinking.REQUIRED,
                  Set.of(Option.TEMPERATURE, Option.THINKING_OFF),
                  0.9,
                  true,
                  LocalDate.of(2027, 3, 1)));
    }

    @Test
    void isCautiousWhereItSaysNothingAboutAModelOfItsOwn() throws IOException {
      ModelCatalog catalog =
          loaded(
              """
              {"date":"2026-11-01","source":"s","models":[
                {"name":"house-model","windowTokens":3000,"cacheableMinimumTokens":7}]}\
              """);
      ModelProfile unknown = catalog.profile("nobody-knows");
      assertThat(catalog.profile("house-model"))
          .isEqualTo(
              new ModelProfile("house-model", 3_000, 7, null)
                  .maxOutputTokens(3_000)
                  .tokenScale(unknown.tokenScale()));
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
          ROW + "\"maxOutputTokens\":0} | models[0].maxOutputTokens must be a whole number",
          ROW
              + "\"thinking\":\"deep\"} | models[0].thinking must be one of [none, free, bound,"
              + " required], but was \"deep\"",
          ROW + "\"refuses\":\"all\"} | models[0].refuses must be an array of words",
          ROW
              + "\"refuses\":[\"effort\",\"EFFORT\"]} | models[0].refuses[1] must be one of"
              + " [effort, adaptive_thinking,",
          ROW + "\"tokenScale\":0} | models[0].tokenScale must be a factor, more than 0",
          ROW + "\"compacts\":1} | models[0].compacts must be true or false, but was 1",
          ROW + "\"retires\":\"soon\"} | models[0].retires must be a day like 2026-04-27",
          ROW
              + "\"secondHand\":{\"prices\":\"copy\"}} | models[0].secondHand.prices must be the"
              + " mark of a figure of this row",
          ROW
              + "\"secondHand\":{\"name\":\"rumour\"}} | models[0].secondHand.name must be one of"
              + " [copy, probe, reported, assumed]",
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
          PRICES + "\"hourWrite\":-1} | models[0].prices.hourWrite must be dollars",
          PRICES + "\"steps\":5} | models[0].prices.steps must be an array of prices, but was 5",
          PRICES
              + "\"steps\":[{\"input\":1}]} | models[0].prices.steps[0].abovePromptTokens must be"
              + " a whole number of tokens, 1 or more, but was missing",
          PRICES + "\"steps\":[{\"abovePromptTokens\":9}]} | models[0].prices.steps[0].input must",
          PRICES
              + "\"steps\":["
              + STEP
              + ","
              + STEP
              + "]} |"
              + " models[0].prices.steps[1].abovePromptTokens must be a whole number of tokens, 10 or"
              + " more, but was 9",
          PRICES + "\"steps\":[{\"steps\":[]}]} | models[0].prices.steps[0].steps is no field",
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
