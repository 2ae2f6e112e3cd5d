package dev.recap.lab.peers;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonValue;
import com.anthropic.models.beta.messages.BetaCacheControlEphemeral;
import com.anthropic.models.beta.messages.BetaContentBlockParam;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaMessageParam;
import com.anthropic.models.beta.messages.BetaStopReason;
import com.anthropic.models.beta.messages.BetaTool;
import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.beta.messages.BetaToolUseBlock;
import com.anthropic.models.beta.messages.BetaUsage;
import com.anthropic.models.beta.messages.MessageCreateParams;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ToolServer;
import dev.recap.lab.scenario.WireJson;
import dev.recap.model.ToolSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The plainest loop over the vendor's SDK, which leaves a long conversation to the API: it appends
 * replies and results and, where the way is on demand, asks for a block when it is due.
 */
final class ApiLoop {
  /** Room for a summary of many tickets, which the API cuts off here; the SDK streams above. */
  private static final long MAX_OUTPUT_TOKENS = 20_000;

  private final AnthropicClient client;
  private final ToolServer desk;
  private final ApiWay way;
  private final List<BetaMessageParam> messages = new ArrayList<>();

  ApiLoop(AnthropicClient client, ToolServer desk, ApiWay way) {
    this.client = client;
    this.desk = desk;
    this.way = way;
  }

  /**
   * Works until the model calls no more tools, or too many turns were taken.
   *
   * @param afterTurn called when the calls of a turn have run
   * @return how it ended
   */
  String play(String task, int mostTurns, Runnable afterTurn) {
    messages.add(BetaMessageParam.ofUser(task));
    for (int turn = 0; turn < mostTurns; turn++) {
      BetaMessage reply = client.beta().messages().create(request().build());
      if (!stoppedBy(BetaStopReason.TOOL_USE, reply)) {
        String reason = reply.stopReason().map(BetaStopReason::asString).orElse("nothing");
        return stoppedBy(BetaStopReason.END_TURN, reply)
            ? "answered (end_turn)"
            : "stopped by " + reason;
      }
      List<BetaContentBlockParam> results =
          reply.content().stream()
              .flatMap(block -> block.toolUse().stream())
              .map(this::run)
              .toList();
      if (way.asksAfter(used(reply.usage()))) {
        compact();
      }
      messages.add(reply.toParam());
      messages.add(BetaMessageParam.ofUserOfContentBlockParams(results));
      afterTurn.run();
    }
    return "looping: stopped after %d turns".formatted(mostTurns);
  }

  /** Has a block stand for what was sent; the newest turn comes behind it as it is. */
  private void compact() {
    BetaMessage block = client.beta().messages().create(request().compaction(way.block()).build());
    if (stoppedBy(BetaStopReason.COMPACTION, block)) {
      messages.clear();
      messages.add(block.toParam());
    }
  }

  private MessageCreateParams.Builder request() {
    MessageCreateParams.Builder request =
        MessageCreateParams.builder()
            .model(CurrentModel.NAME)
            .maxTokens(MAX_OUTPUT_TOKENS)
            .cacheControl(BetaCacheControlEphemeral.builder().build())
            .messages(messages);
    desk.specs().forEach(spec -> request.addTool(tool(spec)));
    way.ask(request);
    return request;
  }

  private BetaContentBlockParam run(BetaToolUseBlock call) {
    String arguments = call._input().convert(JsonNode.class).toString();
    ToolResult result = desk.run(new ToolCall(call.id(), call.name(), arguments));
    return BetaContentBlockParam.ofToolResult(
        BetaToolResultBlockParam.builder()
            .toolUseId(result.callId())
            .content(result.content())
            .isError(result.error())
            .build());
  }

  private static boolean stoppedBy(BetaStopReason reason, BetaMessage reply) {
    return reply.stopReason().map(reason::equals).orElse(false);
  }

  private static long used(BetaUsage usage) {
    return usage.inputTokens()
        + usage.cacheReadInputTokens().orElse(0L)
        + usage.cacheCreationInputTokens().orElse(0L)
        + usage.outputTokens();
  }

  private static BetaTool tool(ToolSpec spec) {
    var schema = BetaTool.InputSchema.builder();
    for (var field : WireJson.read(spec.inputSchema()).properties()) {
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
}
