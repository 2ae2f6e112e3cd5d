package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.textReply;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicModelBuilderTest {
  private static AnthropicModelBuilder builder() {
    return AnthropicModel.builder("claude-sonnet-5-5").apiKey("sk-test");
  }

  private static AnthropicModelBuilder fromEnv(Map<String, String> environment) {
    return AnthropicModel.fromEnv("claude-haiku-5-5", environment::get);
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
      try (AnthropicModel model = fromEnv(Map.of("ANTHROPIC_API_KEY", "sk-1\n")).build()) {
        assertThat(model.profile().name()).isEqualTo("claude-haiku-5-5");
      }
    }

    @Test
    void thatIsMissingIsOneLineWithWhatToDo() {
      assertThatThrownBy(() -> fromEnv(Map.of()).build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "no API key: set ANTHROPIC_API_KEY in the environment, or pass one with apiKey(...)");
    }

    @Test
    void thatIsBlankIsMissing() {
      assertThatThrownBy(() -> fromEnv(Map.of("ANTHROPIC_API_KEY", " ")).build())
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
  class TheAddressInTheEnvironment {
    @RegisterExtension final MessagesServer server = new MessagesServer();

    private String keySentTo(String address, Map<String, String> more) {
      server.answers(json(textReply("hello")));
      Map<String, String> environment = new HashMap<>(more);
      environment.put("ANTHROPIC_BASE_URL", address);
      try (AnthropicModel model = fromEnv(environment).build()) {
        assertThat(model.ask(saying("a")).text()).isEqualTo("hello");
      }
      return server.requests().getFirst().getHeader("authorization").replace("Bearer ", "");
    }

    @Test
    void isWhereTheQuestionsGo() {
      assertThat(keySentTo(server.address(), Map.of("ANTHROPIC_API_KEY", "sk-1")))
          .isEqualTo("sk-1");
    }

    @Test
    void mayEndInASlashOrStandBetweenBlanks() {
      assertThat(keySentTo(" " + server.address() + "/ ", Map.of("ANTHROPIC_API_KEY", "sk-1")))
          .isEqualTo("sk-1");
    }

    @Test
    void needsNoKeyOnThisMachine() {
      assertThat(keySentTo(server.address(), Map.of())).isEqualTo("no-key");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://gateway.example",
          "http://127.0.0.1.example",
          "http://localhost.example"
        })
    void needsAKeyElsewhere(String address) {
      assertThatThrownBy(() -> fromEnv(Map.of("ANTHROPIC_BASE_URL", address)).build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no API key");
    }

    @Test
    void thatIsBlankIsTheVendors() {
      assertThatThrownBy(() -> fromEnv(Map.of("ANTHROPIC_BASE_URL", " ")).build())
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thatIsNoneIsNamedWithItsVariable() {
      assertThatThrownBy(() -> fromEnv(Map.of("ANTHROPIC_BASE_URL", "localhost:8808")))
          .hasMessage(
              "ANTHROPIC_BASE_URL must be like http://localhost:8080, but was 'localhost:8808'");
      assertThatThrownBy(() -> fromEnv(Map.of("ANTHROPIC_BASE_URL", "http://a b")))
          .hasMessageStartingWith(
              "ANTHROPIC_BASE_URL must be like http://localhost:8080, but is no");
    }
  }

  @Nested
  class PlainHttp {
    private static String warnings(String... addresses) {
      var said = new ByteArrayOutputStream();
      PrintStream before = System.err;
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      try {
        for (String address : addresses) {
          profileOf(builder().baseUrl(address));
        }
      } finally {
        System.setErr(before);
      }
      return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void toAnotherMachineIsWarnedOfOnceByName() {
      assertThat(
              warnings("http://Far.example:8080/api", "http://far.example", "HTTP://far.example/"))
          .containsOnlyOnce("WARN")
          .contains("far.example over plain http")
          .doesNotContain("sk-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1.far.example", "http://10.0.0.7", "http://[::2]"})
    void toWhatOnlyLooksLikeThisMachineIsWarnedOf(String address) {
      assertThat(warnings(address)).contains("WARN");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost:1",
          "http://api.localhost",
          "http://127.0.0.1",
          "http://127.9.8.7:80",
          "http://[::1]:8080",
          "https://far-but-safe.example"
        })
    void onThisMachineAndHttpsAreNot(String address) {
      assertThat(warnings(address)).isEmpty();
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
          .isEqualTo(ModelCatalog.bundled().profile("claude-sonnet-5-5").prices(prices));
    }

    @Test
    void isTheCallersWhereOneIsGiven() {
      var profile = new ModelProfile("mine", 1_000, 0, null);
      assertThat(profileOf(builder().profile(profile))).isEqualTo(profile);
    }
  }
}
