package dev.recap.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each name is used once here: what was said in a process is not said again. */
class StartWarningsTest {
  private static AnthropicModelBuilder model(String name, String today) {
    Instant now = LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant();
    return AnthropicModel.builder(name).apiKey("sk-test").clock(() -> now);
  }

  private static ModelCatalog retiring(String name, String day) {
    var model = ModelCatalog.bundled().profile("claude-opus-5");
    var gone =
        new ModelProfile(
            name,
            model.windowTokens(),
            model.maxOutputTokens(),
            model.cacheableMinimumTokens(),
            model.prices(),
            model.thinking(),
            model.refuses(),
            model.tokenScale(),
            model.compacts(),
            LocalDate.parse(day));
    return new ModelCatalog("2026-11-28", "a test", Map.of(name, gone));
  }

  private static String said(AnthropicModelBuilder... builders) {
    var said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      for (AnthropicModelBuilder builder : builders) {
        builder.build().close();
      }
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "far, 2026-01-01,",
    "just-not-near, 2026-10-01,",
    "near, 2026-10-02, 'may retire from 2026-12-01 on: choose another before'",
    "tomorrow, 2026-11-30, 'may retire from 2026-12-01 on: choose another before'",
    "today, 2026-12-01, 'may have retired: its day was 2026-12-01; choose another'",
    "gone, 2027-12-01, 'may have retired: its day was 2026-12-01; choose another'"
  })
  void tellOfARetirementThatIsNearOrPast(String name, String today, String warning) {
    String said = said(model(name, today).catalog(retiring(name, "2026-12-01")));
    if (warning == null) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said).contains("WARN").contains("model '" + name + "' " + warning);
    }
  }

  @Test
  void tellOfAModelOfTheTableThatIsAboutToGo() {
    assertThat(
            said(
                model("claude-sonnet-4-5-20250929", "2026-11-28"),
                model("claude-sonnet-4-5-20250929", "2026-11-29")))
        .containsOnlyOnce("model 'claude-sonnet-4-5-20250929' may retire from 2026-11-30 on");
  }

  @Test
  void tellOnceOfAModelThatNobodyKnows() {
    assertThat(said(model("claude-x", "2026-11-28"), model("claude-x", "2026-11-28")))
        .containsOnlyOnce(
            "model 'claude-x' is not in the price table: it is taken to have a window of 200000"
                + " tokens and replies of at most 4096, and what it costs is not known");
    assertThat(said(model("claude-y", "2026-11-28").prices(new Prices(1, 1, 1, 1))))
        .contains("replies of at most 4096")
        .doesNotContain("what it costs");
  }

  @Test
  void areNotNeededForAModelThatTheCallerKnows() {
    assertThat(
            said(
                model("claude-z", "2026-11-28")
                    .profile(new ModelProfile("claude-z", 9_000, 0, null))))
        .isEmpty();
  }
}
