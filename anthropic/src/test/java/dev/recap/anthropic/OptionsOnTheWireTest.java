package dev.recap.anthropic;

import static dev.recap.anthropic.Requests.NEXT;
import static dev.recap.anthropic.Requests.asking;
import static dev.recap.anthropic.Requests.of;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.anthropic.AnthropicOptions.Display;
import dev.recap.anthropic.AnthropicOptions.ServiceTier;
import dev.recap.conversation.Message;
import dev.recap.model.ModelException;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelOptions.Effort;
import dev.recap.model.ModelOptions.ToolChoice;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Wanted;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsOnTheWireTest {
  private static final ModelOptions NONE = ModelOptions.NONE;
  private static final ModelRequest WITH_TOOLS =
      of("", List.of(NEXT), Message.user("Work through the queue."));
  private static final String BINDING = "thinking-binding-controls-2026-08-01";

  @RegisterExtension final MessagesServer server = new MessagesServer();

  @BeforeEach
  void serverAnswers() {
    server.answers(MessagesServer.json(MessagesServer.textReply("Hello.")));
  }

  private JsonNode sent(AnthropicModelBuilder builder, ModelRequest request) {
    try (AnthropicModel model = builder.build()) {
      model.ask(request);
    }
    return JsonText.object("the request", server.onlyRequest().getBodyAsString());
  }

  private JsonNode sent(ModelOptions options) {
    return sent(server.model(), asking(WITH_TOOLS, options));
  }

  private JsonNode sent(AnthropicOptions options) {
    return sent(server.model().options(options), WITH_TOOLS);
  }

  private List<String> betas() {
    return server.onlyRequest().header("anthropic-beta").isPresent()
        ? List.of(server.onlyRequest().getHeader("anthropic-beta").split(","))
        : List.of();
  }

  @Nested
  class WhatProvidersHaveInCommon {
    @Test
    void isLeftOutWhereNothingIsSaid() {
      assertThat(sent(NONE).properties())
          .extracting(java.util.Map.Entry::getKey)
          .containsExactlyInAnyOrder("max_tokens", "messages", "model", "tools");
      assertThat(betas()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isTheEffort(Effort effort) {
      assertThat(sent(NONE.effort(effort)).at("/output_config/effort").asText())
          .isEqualTo(effort.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void isTheKindOfThinking() {
      assertThat(thinking(NONE.adaptiveThinking())).isEqualTo("{\"type\":\"adaptive\"}");
      assertThat(thinking(NONE.withoutThinking())).isEqualTo("{\"type\":\"disabled\"}");
      assertThat(thinking(NONE.thinkingBudget(2_000)))
          .isEqualTo("{\"type\":\"enabled\",\"budget_tokens\":2000}");
    }

    private String thinking(ModelOptions options) {
      server.forget();
      return sent(options).path("thinking").toString();
    }

    @Test
    void areTemperatureAndStopSequences() {
      JsonNode body = sent(NONE.temperature(0.25).stopSequences("DONE", "\n\nHuman:"));
      assertThat(body.path("temperature").doubleValue()).isEqualTo(0.25);
      assertThat(body.path("stop_sequences").toString()).isEqualTo("[\"DONE\",\"\\n\\nHuman:\"]");
    }

    @Test
    void isTheChoiceOfTools() {
      assertThat(choice(ToolChoice.AUTO)).isEmpty();
      assertThat(choice(ToolChoice.ANY)).isEqualTo("{\"type\":\"any\"}");
      assertThat(choice(ToolChoice.NONE)).isEqualTo("{\"type\":\"none\"}");
      assertThat(choice(ToolChoice.tool("get_next_ticket")))
          .isEqualTo("{\"type\":\"tool\",\"name\":\"get_next_ticket\"}");
    }

    private String choice(ToolChoice choice) {
      server.forget();
      return sent(NONE.toolChoice(choice)).path("tool_choice").toString();
    }

    @Test
    void hasNoChoiceOfToolsWhereThereAreNone() {
      JsonNode body = sent(server.model(), asking(saying("a"), NONE.toolChoice(ToolChoice.NONE)));
      assertThat(body.has("tool_choice")).isFalse();
    }
  }

  @Nested
  class StaleThinking {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          // Such a model thinks by itself, but the order needs the kind to be named.
          "claude-opus-5-5 | | {\"type\":\"adaptive\",BINDING}",
          "claude-unheard-of | | {\"type\":\"adaptive\",BINDING}",
          "claude-opus-5-5 | adaptive | {\"type\":\"adaptive\",BINDING}",
          "claude-opus-4-6 | budget | {\"type\":\"enabled\",\"budget_tokens\":2000,BINDING}",
          // These have nothing to drop, and would begin to think.
          "claude-opus-4-8 | | ``",
          "claude-haiku-4-5 | | ``",
          "claude-haiku-5-5 | off | {\"type\":\"disabled\"}",
        })
    void isPassedOverWhereTheModelThinks(String model, String asked, String thinking) {
      ModelOptions options =
          switch (asked) {
            case null -> NONE;
            case "adaptive" -> NONE.adaptiveThinking();
            case "budget" -> NONE.thinkingBudget(2_000);
            default -> NONE.withoutThinking();
          };
      JsonNode body = sent(model(model), dropping(asking(WITH_TOOLS, options)));
      assertThat(body.path("thinking").toString())
          .isEqualTo(
              thinking.replace(
                  "BINDING", "\"block_binding\":{\"prefix_mismatch_behavior\":\"drop_block\"}"));
      assertThat(betas()).containsExactly(BINDING);
    }

    private AnthropicModelBuilder model(String name) {
      return AnthropicModel.builder(name).apiKey("sk-test").baseUrl(server.address());
    }

    private ModelRequest dropping(ModelRequest request) {
      return new ModelRequest(
          request.instructions(),
          request.tools(),
          request.messages(),
          request.breakpoints(),
          request.maxOutputTokens(),
          request.options(),
          Wanted.REPLY,
          true);
    }

    @Test
    void isPassedOverWithTheBetasOfTheCallerBeside() {
      sent(
          server
              .model()
              .header("Anthropic-Beta", "a-2026-01-01, b-2026-01-01")
              .options(new AnthropicOptions().beta("c-2026-01-01")),
          dropping(WITH_TOOLS));
      assertThat(betas()).containsExactly("a-2026-01-01", "b-2026-01-01", "c-2026-01-01", BINDING);
    }

    @Test
    void isPassedOverByAdaptiveThinkingInPlaceOfThatBetweenTools() {
      JsonNode body =
          sent(
              server.model().options(new AnthropicOptions().thinkingBetweenTools()),
              dropping(WITH_TOOLS));
      assertThat(body.at("/thinking/type").asText()).isEqualTo("adaptive");
    }
  }

  @Nested
  class WhatOnlyThisApiHas {
    @Test
    void isTheUserTheTierAndTheRegion() {
      JsonNode body =
          sent(
              new AnthropicOptions()
                  .userId("u-7")
                  .serviceTier(ServiceTier.STANDARD_ONLY)
                  .inferenceGeo("us"));
      assertThat(body.path("metadata").toString()).isEqualTo("{\"user_id\":\"u-7\"}");
      assertThat(body.path("service_tier").asText()).isEqualTo("standard_only");
      assertThat(body.path("inference_geo").asText()).isEqualTo("us");
      assertThat(betas()).isEmpty();
    }

    @Test
    void areFallbacks() {
      assertThat(sent(new AnthropicOptions().fallbacks()).path("fallbacks").asText())
          .isEqualTo("default");
      assertThat(betas()).containsExactly("server-side-fallback-2026-07-01");
    }

    @Test
    void isHowMuchOfTheThinkingIsShown() {
      assertThat(
              sent(new AnthropicOptions().thinkingDisplay(Display.UPDATES))
                  .path("thinking")
                  .toString())
          .isEqualTo("{\"type\":\"adaptive\",\"display\":\"updates\"}");
      assertThat(betas()).containsExactly("thinking-display-updates-2026-08-18");
      server.forget();
      sent(new AnthropicOptions().thinkingDisplay(Display.SUMMARIZED));
      assertThat(betas()).isEmpty();
    }

    @Test
    void isThinkingBetweenToolsAtAnEffortThatItKnows() {
      AnthropicModelBuilder between =
          server.model().options(new AnthropicOptions().thinkingBetweenTools());
      assertThat(sent(between, asking(WITH_TOOLS, NONE.effort(Effort.HIGH))).path("thinking"))
          .hasToString("{\"type\":\"between_tools\"}");
      assertThatThrownBy(() -> sent(between, asking(WITH_TOOLS, NONE.effort(Effort.MAX))))
          .isInstanceOf(ModelException.class)
          .hasMessage("thinking between tools has an effort of HIGH or less, but was MAX");
    }

    @Test
    void isACacheThatKeepsEveryMarkForAnHour() {
      JsonNode body = sent(new AnthropicOptions().cachedForAnHour());
      assertThat(body.at("/tools/0/cache_control").toString())
          .isEqualTo("{\"type\":\"ephemeral\",\"ttl\":\"1h\"}");
    }

    @Test
    void isAsItWasWhenItWasHandedOver() {
      var options = new AnthropicOptions().userId("first");
      AnthropicModelBuilder builder = server.model().options(options);
      options.userId("second").beta("late-2026-01-01");
      assertThat(sent(builder, WITH_TOOLS).at("/metadata/user_id").asText()).isEqualTo("first");
      assertThat(betas()).isEmpty();
    }

    @Test
    void hasNoFeatureWhoseNameCouldEndTheHeader() {
      assertThatThrownBy(() -> new AnthropicOptions().beta("a\r\nx: b"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
