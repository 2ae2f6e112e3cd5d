package peer;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.helpers.BetaRunnableTool;
import com.anthropic.helpers.BetaToolRunner;
import com.anthropic.models.beta.AnthropicBeta;
import com.anthropic.models.beta.messages.BetaCacheControlEphemeral;
import com.anthropic.models.beta.messages.BetaCompactionConfig;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaStopReason;
import com.anthropic.models.beta.messages.BetaTool;
import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.beta.messages.BetaToolUseBlock;
import com.anthropic.models.beta.messages.BetaUsage;
import com.anthropic.models.beta.messages.MessageCreateParams;
import com.anthropic.models.beta.messages.ToolRunnerCreateParams;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The tickets with the Java SDK's BetaToolRunner. Knobs: {@code threshold=N} calls {@code
 * compactBeforeNextTurn} when the last reply used so many tokens (none: never, which is the SDK's
 * default); {@code after=mark_complete} waits with it until that tool was asked for; {@code
 * prompt=desk} hands the desk's summary prompt over as instructions; {@code task=system}; {@code
 * cache=on}.
 */
public final class JavaSdk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Orders orders;
  private final Desk desk;

  /** The calls of the last reply: a tool is not told the id of the call that it answers. */
  private final Deque<BetaToolUseBlock> pending = new ArrayDeque<>();

  private JavaSdk(Orders orders, Desk desk) {
    this.orders = orders;
    this.desk = desk;
  }

  public static void main(String[] args) {
    Child.play(
        args,
        AnthropicClient.class.getPackage().getImplementationVersion(),
        (orders, desk) -> new JavaSdk(orders, desk).play());
  }

  private String play() {
    AnthropicClient client =
        AnthropicOkHttpClient.builder()
            .apiKey("simulator-needs-no-key")
            .baseUrl(orders.modelUrl())
            .timeout(Duration.ofSeconds(60))
            .build();
    BetaToolRunner runner =
        client
            .beta()
            .messages()
            .toolRunner(
                ToolRunnerCreateParams.builder()
                    .initialMessageParams(params())
                    .thread(false)
                    .maxIterations(orders.turns())
                    .build());
    String how = "no reply";
    for (BetaMessage message : runner) {
      how = message.stopReason().map(reason -> "stopped by " + reason.asString()).orElse("");
      pending.clear();
      message.content().forEach(block -> block.toolUse().ifPresent(pending::add));
      if (compactionDue(message)) {
        runner.compactBeforeNextTurn(compaction());
      }
    }
    return how.equals("stopped by end_turn") ? "answered (end_turn)" : how;
  }

  private MessageCreateParams params() {
    var params = MessageCreateParams.builder().model("claude-sonnet-5-5").maxTokens(4_096);
    if (orders.number("threshold") > 0) {
      params.addBeta(AnthropicBeta.COMPACT_2026_09_04);
    }
    if (orders.cache()) {
      params.cacheControl(BetaCacheControlEphemeral.builder().build());
    }
    if (orders.taskInSystemPrompt()) {
      params.system(desk.task()).addUserMessage("Process the tickets in the queue.");
    } else {
      params.addUserMessage(desk.task());
    }
    desk.tools().forEach(spec -> params.addTool(BetaRunnableTool.of(tool(spec), run(spec.name()))));
    return params.build();
  }

  private boolean compactionDue(BetaMessage message) {
    int threshold = orders.number("threshold");
    String after = orders.knob("after", "");
    boolean goesOn = message.stopReason().map(BetaStopReason.TOOL_USE::equals).orElse(false);
    return threshold > 0
        && goesOn
        && used(message.usage()) >= threshold
        && (after.isEmpty() || pending.stream().anyMatch(call -> call.name().equals(after)));
  }

  private BetaCompactionConfig compaction() {
    var config = BetaCompactionConfig.builder();
    if (orders.knob("prompt", "").equals("desk")) {
      config.instructions(desk.summaryPrompt());
    }
    return config.build();
  }

  private static long used(BetaUsage usage) {
    return usage.inputTokens()
        + usage.cacheReadInputTokens().orElse(0L)
        + usage.cacheCreationInputTokens().orElse(0L)
        + usage.outputTokens();
  }

  private static BetaTool tool(Desk.Spec spec) {
    var schema = BetaTool.InputSchema.builder();
    for (var field : spec.schema().properties()) {
      if (!field.getKey().equals("type")) {
        schema.putAdditionalProperty(field.getKey(), JsonValue.fromJsonNode(field.getValue()));
      }
    }
    return BetaTool.builder()
        .name(spec.name())
        .description(spec.description())
        .inputSchema(schema.build())
        .build();
  }

  private java.util.function.Function<String, BetaToolResultBlockParam.Content> run(String tool) {
    return input -> {
      Desk.Done done = desk.run(callOf(tool, input), tool, input);
      if (done.error()) {
        throw new IllegalStateException(done.content().replaceFirst("^Error: ", ""));
      }
      return BetaToolResultBlockParam.Content.ofString(done.content());
    };
  }

  private String callOf(String tool, String input) {
    JsonNode wanted = json(input);
    for (var calls = pending.iterator(); calls.hasNext(); ) {
      BetaToolUseBlock call = calls.next();
      if (call.name().equals(tool) && wanted.equals(call._input().convert(JsonNode.class))) {
        calls.remove();
        return call.id();
      }
    }
    throw new IllegalStateException("no call of the last reply is " + tool + " " + input);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
