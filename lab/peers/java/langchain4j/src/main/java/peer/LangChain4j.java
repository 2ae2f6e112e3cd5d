package peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenCountEstimator;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets with LangChain4j's AiServices. Knobs: {@code messages=N} or {@code tokens=N} for a
 * window memory (none: no memory), {@code rounds=limit} lifts the library's limit of tool rounds to
 * the run's, {@code task=system}, {@code cache=on}.
 */
public final class LangChain4j {
  private static final String MODEL = "claude-sonnet-5-5";
  private static final String KEY = "simulator-needs-no-key";

  /** Automatic caching: the builder's own switches mark only tools and system messages. */
  private static final Map<String, Object> CACHED =
      Map.of("cache_control", Map.of("type", "ephemeral"));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private LangChain4j() {}

  /** What AiServices implements. */
  interface Agent {
    Result<String> chat(String message);
  }

  public static void main(String[] args) {
    Child.play(args, Child.versionOf("dev.langchain4j", "langchain4j"), LangChain4j::play);
  }

  private static String play(Orders orders, Desk desk) {
    var model =
        AnthropicChatModel.builder()
            .baseUrl(orders.modelUrl() + "/v1/")
            .apiKey(KEY)
            .modelName(MODEL)
            .maxTokens(4_096)
            .timeout(PATIENCE)
            .customParameters(orders.cache() ? CACHED : Map.of())
            .build();
    var services = AiServices.builder(Agent.class).chatModel(model).tools(tools(desk));
    memory(orders).ifPresent(services::chatMemory);
    if (orders.knob("rounds", "").equals("limit")) {
      services.maxSequentialToolsInvocations(orders.turns());
    }
    if (orders.taskInSystemPrompt()) {
      services.systemMessageProvider(id -> desk.task());
    }
    String first = orders.taskInSystemPrompt() ? "Process the tickets in the queue." : desk.task();
    Result<String> result = services.build().chat(first);
    return "answered (" + result.finishReason() + ")";
  }

  private static Optional<ChatMemory> memory(Orders orders) {
    if (orders.number("messages") > 0) {
      return Optional.of(MessageWindowChatMemory.withMaxMessages(orders.number("messages")));
    }
    if (orders.number("tokens") > 0) {
      var estimator =
          AnthropicTokenCountEstimator.builder()
              .baseUrl(orders.modelUrl() + "/v1/")
              .apiKey(KEY)
              .modelName(MODEL)
              .timeout(PATIENCE)
              .addDummyUserMessageIfNoUserMessages()
              .build();
      return Optional.of(TokenWindowChatMemory.withMaxTokens(orders.number("tokens"), estimator));
    }
    return Optional.empty();
  }

  private static Map<ToolSpecification, ToolExecutor> tools(Desk desk) {
    Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
    for (Desk.Spec spec : desk.tools()) {
      tools.put(
          ToolSpecification.builder()
              .name(spec.name())
              .description(spec.description())
              .parameters(parameters(spec.schema()))
              .build(),
          new OverLoopback(desk));
    }
    return tools;
  }

  private static JsonObjectSchema parameters(JsonNode schema) {
    Map<String, JsonSchemaElement> properties = new LinkedHashMap<>();
    for (var property : schema.path("properties").properties()) {
      properties.put(property.getKey(), element(property.getValue()));
    }
    return JsonObjectSchema.builder()
        .addProperties(properties)
        .required(texts(schema.path("required")))
        .additionalProperties(false)
        .build();
  }

  private static JsonSchemaElement element(JsonNode property) {
    String description = property.path("description").asText(null);
    return property.has("enum")
        ? JsonEnumSchema.builder()
            .enumValues(texts(property.path("enum")))
            .description(description)
            .build()
        : JsonStringSchema.builder().description(description).build();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** A tool of the desk. */
  private record OverLoopback(Desk desk) implements ToolExecutor {
    @Override
    public ToolExecutionResult executeWithContext(
        ToolExecutionRequest request, InvocationContext context) {
      String input =
          request.arguments() == null || request.arguments().isBlank() ? "{}" : request.arguments();
      Desk.Done done = desk.run(request.id(), request.name(), input);
      return ToolExecutionResult.builder().resultText(done.content()).isError(done.error()).build();
    }

    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
      return executeWithContext(request, null).resultText();
    }
  }
}
