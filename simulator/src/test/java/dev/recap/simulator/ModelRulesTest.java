package dev.recap.simulator;

import static dev.recap.simulator.Conversations.assistant;
import static dev.recap.simulator.Conversations.list;
import static dev.recap.simulator.Conversations.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model takes and refuses, by its id. */
class ModelRulesTest {
  private static final String NOT_SUPPORTED =
      "\"thinking.type.%s\" is not supported for this model. Use \"thinking.type.adaptive\" and"
          + " \"output_config.effort\" to control thinking behavior.";

  private final Door door = Door.open();

  private static ObjectNode asking(String model, String fields) {
    ObjectNode body = DeskTask.request(2).put("model", model);
    body.setAll((ObjectNode) Client.read(fields.replace('\'', '"')));
    return body;
  }

  private static String thinking(String type) {
    return "{'thinking':{'type':'" + type + "','budget_tokens':1024}}";
  }

  @ParameterizedTest
  @CsvSource({
    "claude-fable-5-2, enabled disabled between_tools, adaptive",
    "claude-fable-5-1, enabled disabled between_tools, adaptive",
    "claude-opus-5-5, enabled disabled between_tools, adaptive",
    "claude-sonnet-5-5, enabled disabled, adaptive",
    "claude-sonnet-5-5-20260928, enabled disabled, adaptive",
    "claude-haiku-5-5, enabled between_tools, adaptive disabled",
    "claude-opus-5, enabled between_tools, adaptive disabled",
    "claude-sonnet-5, enabled between_tools, adaptive disabled",
    "claude-opus-4-8, enabled between_tools, adaptive disabled",
    "claude-opus-4-6, between_tools, adaptive disabled enabled",
    "claude-sonnet-4-6, between_tools, adaptive disabled enabled",
    "claude-opus-4-5, between_tools, disabled enabled",
    "claude-haiku-4-5-20251001, between_tools, disabled enabled"
  })
  void thinkingIsRefusedByKind(String model, String refused, String taken) {
    for (String type : refused.split(" ")) {
      assertThat(door.refusal(asking(model, thinking(type)))).isEqualTo(NOT_SUPPORTED, type);
    }
    for (String type : taken.split(" ")) {
      door.accepted(asking(model, thinking(type)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-4-5-20251101", "claude-sonnet-4-5", "claude-haiku-4-5"})
  void adaptiveThinkingIsRefusedByModelsWithBudgets(String model) {
    assertThat(door.refusal(asking(model, thinking("adaptive"))))
        .isEqualTo("adaptive thinking is not supported on this model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude-opus-5 | {'thinking':{'type':'disabled'},'output_config':{'effort':'xhigh'}}",
        "claude-haiku-5-5 | {'thinking':{'type':'disabled'},'output_config':{'effort':'max'}}",
        "claude-sonnet-5-5 | {'thinking':{'type':'between_tools'},'output_config':{'effort':'max'}}",
        "claude-sonnet-5-5 | {'thinking':{'type':'between_tools','display':'omitted'}}",
        "claude-sonnet-5-5 | {'thinking':{'type':'between_tools','budget_tokens':1024}}",
        "claude-opus-5-5 | {'thinking':{'type':'adaptive','display':'updates'}}",
        "claude-opus-5-5 | {'thinking':{'type':'adaptive','display':'raw'}}",
        "claude-opus-5-5 | {'thinking':{'type':'deep'}}",
        "claude-opus-5-5 | {'output_config':{'effort':'huge'}}",
        "claude-haiku-4-5 | {'output_config':{'effort':'low'}}",
        "claude-haiku-4-5 | {'max_tokens':64001}",
        "claude-opus-5-5 | {'max_tokens':128001}"
      })
  void whatDoesNotGoTogetherIsRefused(String model, String fields) {
    door.refusal(asking(model, fields));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'thinking':{'type':'between_tools'},'output_config':{'effort':'high'}}",
        "{'output_config':{'effort':'max'}}",
        "{'thinking':{'type':'adaptive','display':'summarized'}}",
        "{'temperature':1,'top_p':1.0}"
      })
  void whatGoesTogetherIsTaken(String fields) {
    door.accepted(asking("claude-sonnet-5-5", fields));
  }

  @ParameterizedTest
  @CsvSource({
    "claude-fable-5-2, true",
    "claude-fable-5-1, true",
    "claude-opus-5-5, true",
    "claude-sonnet-5-5, true",
    "claude-haiku-5-5, false",
    "claude-opus-5, false",
    "claude-sonnet-5, false",
    "claude-haiku-4-5, false"
  })
  void aForcedToolIsRefusedByModelsThatAlwaysThink(String model, boolean refused) {
    for (String choice : new String[] {"{'type':'any'}", "{'type':'tool','name':'set_priority'}"}) {
      ObjectNode body = asking(model, "{'tool_choice':" + choice + "}");
      if (refused) {
        assertThat(door.refusal(body))
            .isEqualTo("tool_choice: type \"tool\" and \"any\" are not supported for this model.");
      } else {
        assertThat(door.accepted(body).path("content").findValuesAsText("type"))
            .as("a forced call is made without thinking")
            .contains("tool_use")
            .doesNotContain("thinking");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"temperature, 0.5", "top_p, 0.9", "top_k, 40", "temperature, 0"})
  void samplingIsRefusedByNewerModelsAndBesideThinking(String field, double value) {
    for (String model : new String[] {"claude-opus-4-7", "claude-sonnet-5", "claude-haiku-5-5"}) {
      String fields = "{'" + field + "':" + (field.equals("top_k") ? "40" : value) + "}";
      assertThat(door.refusal(asking(model, fields))).contains("`" + field + "`");
      door.accepted(asking("claude-haiku-4-5", fields));
      ObjectNode old = asking("claude-haiku-4-5", fields);
      old.setAll((ObjectNode) Client.read(thinking("enabled").replace('\'', '"')));
      assertThat(door.refusal(old)).contains("`" + field + "`");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-5-5", "claude-sonnet-4-6"})
  void wordsPutInItsMouthAreRefused(String model) {
    ObjectNode body = asking(model, "{}");
    Client.messages(body).add(assistant("So"));

    assertThat(door.refusal(body))
        .isEqualTo(
            "This model does not support assistant message prefill. The conversation must end"
                + " with a user message.");
  }

  @ParameterizedTest
  @CsvSource({
    "claude-opus-5-5, 1000000, 1.3, 512",
    "claude-haiku-5-5, 1000000, 1.3, 512",
    "claude-opus-4-7, 1000000, 1.3, 2048",
    "claude-opus-4-6, 1000000, 1, 4096",
    "claude-sonnet-4-6, 1000000, 1, 1024",
    "claude-haiku-4-5, 200000, 1, 4096",
    "some-other-model, 200000, 1, 512"
  })
  void eachHasItsWindowItsTokensAndItsLeastCachedPrefix(
      String model, int window, double factor, int minimum) {
    ObjectNode body = Client.request("word ".repeat(10_000)).put("model", model);
    assertThat((double) door.count(body) / new TokenCounter().countRequest(body))
        .isBetween(factor - 0.01, factor + 0.01);

    body.set("messages", list(user("word ".repeat((int) (window / factor / 1.15)))));
    assertThat(door.refusal(body)).endsWith(" tokens > " + window + " maximum");

    body.putObject("cache_control").put("type", "ephemeral");
    for (int words : new int[] {minimum - 30, minimum + 30}) {
      body.set("messages", list(user("word ".repeat((int) (words / factor / 1.18)))));
      assertThat(door.accepted(body).at("/usage/cache_creation_input_tokens").asInt() > 0)
          .isEqualTo(words > minimum);
    }
  }

  @Test
  void optionsWinOverTheModel() {
    Door small =
        Door.with(SimulatorOptions.defaults().withWindowTokens(900).withCacheableMinimumTokens(0));
    ObjectNode body = Client.request("Hello").put("model", "claude-opus-5-5");
    body.putObject("cache_control").put("type", "ephemeral");

    assertThat(small.accepted(body).at("/usage/cache_creation_input_tokens").asInt()).isPositive();
    assertThat(small.refusal(asking("claude-opus-5-5", "{}"))).endsWith("> 900 maximum");
  }

  @Test
  void oneModelMayBePlayedUnderAnotherName() {
    ObjectNode body = asking("claude-opus-5-5", "{'temperature':0}");
    Door recorded = Door.with(SimulatorOptions.defaults().withModel("a-model-of-last-year"));
    JsonNode reply = recorded.accepted(body);

    assertThat(reply.path("model").asText()).isEqualTo("claude-opus-5-5");
    assertThat(reply.path("content").findValuesAsText("type")).doesNotContain("thinking");
    assertThat(recorded.count(body)).isEqualTo(new TokenCounter().countRequest(body));
  }

  private static ObjectNode system(String text) {
    return JsonNodeFactory.instance.objectNode().put("role", "system").put("content", text);
  }

  private static ObjectNode among(String model, JsonNode... messages) {
    ObjectNode body = Client.request("").put("model", model);
    body.set("messages", list(messages));
    return body;
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-4-8", "claude-sonnet-5-5", "claude-fable-5-1"})
  void aSystemMessageStandsBehindAUsersAndBeforeAnAssistants(String model) {
    door.accepted(among(model, user("Hi"), system("Be brief.")));
    door.accepted(among(model, user("Hi"), system("Be brief."), assistant("Yes?"), user("So?")));
    String refused = "a `system` message must follow";

    assertThat(door.refusal(among(model, system("Be brief."), user("Hi")))).contains(refused);
    assertThat(door.refusal(among(model, user("Hi"), system("a"), system("b")))).contains(refused);
    assertThat(door.refusal(among(model, user("Hi"), system("a"), user("b")))).contains(refused);
    assertThat(door.refusal(among(model, user("Hi"), assistant("b"), system("a"))))
        .contains(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-4-7", "claude-sonnet-5", "claude-haiku-4-5"})
  void aSystemMessageIsRefusedByOlderModels(String model) {
    assertThat(door.refusal(among(model, user("Hi"), system("Be brief."))))
        .isEqualTo("messages.1.role: Input should be 'user' or 'assistant', got 'system'");
  }
}
