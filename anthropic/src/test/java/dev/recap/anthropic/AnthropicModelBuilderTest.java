package dev.recap.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicModelBuilderTest {
  private static AnthropicModelBuilder builder() {
    return AnthropicModel.builder("claude-sonnet-5-5").apiKey("sk-test");
  }

  private static ModelProfile profileOf(AnthropicModelBuilder builder) {
    try (AnthropicModel model = builder.build()) {
      return model.profile();
    }
  }

  @Nested
  class TheKey {
    @Test
    void comesFromTheEnvironment() {
      try (AnthropicModel model =
          AnthropicModel.fromEnv(
              "claude-haiku-4-5", name -> name.equals("ANTHROPIC_API_KEY") ? "sk-1\n" : null)) {
        assertThat(model.profile().name()).isEqualTo("claude-haiku-4-5");
      }
    }

    @Test
    void thatIsMissingIsOneLineWithWhatToDo() {
      assertThatThrownBy(() -> AnthropicModel.fromEnv("claude-haiku-4-5", name -> null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "no API key: set ANTHROPIC_API_KEY in the environment, or pass one with apiKey(...)");
    }

    @Test
    void thatIsBlankIsMissing() {
      assertThatThrownBy(() -> AnthropicModel.fromEnv("claude-haiku-4-5", name -> " "))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thatIsMalformedIsRefusedWithoutBeingShown() {
      assertThatThrownBy(() -> AnthropicModel.builder("a").apiKey("sk secret\nkey"))
          .hasMessage(
              "an API key is one word of ASCII characters, but 2 of its 13 characters are not");
    }
  }

  @Nested
  class WhatIsWrong {
    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://a", "http://", "/v1"})
    void withABaseUrlIsNamed(String url) {
      assertThatThrownBy(() -> builder().baseUrl(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withAPasswordInTheBaseUrlIsNotRepeated() {
      assertThatThrownBy(() -> builder().baseUrl("http://me:secret@localhost"))
          .hasMessage("baseUrl must not carry a user or a password");
    }

    @Test
    void withANumberIsNamed() {
      assertThatThrownBy(() -> builder().maxRetries(-1))
          .hasMessage("maxRetries must be 0 or more, but was -1");
      assertThatThrownBy(() -> builder().timeout(Duration.ZERO))
          .hasMessage("timeout must be at least a millisecond, but was PT0S");
      assertThatThrownBy(() -> builder().thinkingBudgetTokens(1000))
          .hasMessage("thinkingBudgetTokens must be at least 1024, but was 1000");
    }

    @Test
    void withAHeaderIsNamed() {
      assertThatThrownBy(() -> builder().header("x", "a\r\ny: b"))
          .hasMessageContaining("one line of ASCII text");
      assertThatThrownBy(() -> builder().header("x y", "a"))
          .hasMessageContaining("but was 'x y: a'");
    }

    @Test
    void withABlankNameIsNamed() {
      assertThatThrownBy(() -> AnthropicModel.builder(" "))
          .hasMessage("a model needs a name, but it was blank");
    }
  }

  @Nested
  class TheProfile {
    @Test
    void comesFromTheCatalog() {
      assertThat(profileOf(builder()))
          .isEqualTo(ModelCatalog.bundled().profile("claude-sonnet-5-5"));
    }

    @Test
    void takesThePricesOfTheCaller() {
      var prices = new Prices(1, 2, 3, 4);
      assertThat(profileOf(builder().prices(prices)))
          .isEqualTo(new ModelProfile("claude-sonnet-5-5", 1_000_000, 512, prices));
    }

    @Test
    void isTheCallersWhereOneIsGiven() {
      var profile = new ModelProfile("mine", 1_000, 0, null);
      assertThat(profileOf(builder().profile(profile))).isEqualTo(profile);
    }
  }
}
