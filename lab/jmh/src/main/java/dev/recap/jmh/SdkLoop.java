package dev.recap.jmh;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.core.JsonValue;
import com.anthropic.helpers.BetaToolRunner;
import com.anthropic.models.beta.messages.BetaContentBlockParam;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaMessageParam;
import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.beta.messages.BetaToolUseBlockParam;
import com.anthropic.models.beta.messages.MessageCreateParams;
import com.anthropic.models.beta.messages.ToolRunnerCreateParams;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tool runner of the vendor's SDK over an HTTP client in this process. Its border is HTTP, so
 * that it writes requests and reads replies as JSON, which the other two loops do not. Nothing
 * holds its view at a size, so that it begins anew every few turns; the last one of each has no
 * call.
 */
final class SdkLoop implements Loop {
  private static final String ID = "call_1";

  /** One tool; the SDK fills the fields. */
  @JsonTypeName("look_up")
  @JsonClassDescription("Looks something up.")
  public static final class LookUp implements Supplier<String> {
    /** What for. */
    public String thing = "";

    @Override
    public String get() {
      return Words.RESULT;
    }
  }

  private final int turnsOfOneRun;
  private final MessageCreateParams params;
  private final AnthropicClient client;
  private final List<Iterator<BetaMessage>> runs = new ArrayList<>();

  SdkLoop(int messages) {
    this.turnsOfOneRun = Loop.turnsOfOneRun(messages);
    this.client =
        new AnthropicClientImpl(
            ClientOptions.builder()
                .httpClient(new InstantHttp())
                .baseUrl("http://in.process")
                .maxRetries(0)
                .build());
    this.params =
        MessageCreateParams.builder()
            .model("claude-sonnet-5-5")
            .maxTokens(1_024)
            .messages(past(Loop.messagesAtFirst(messages, turnsOfOneRun)))
            .addTool(LookUp.class)
            .build();
  }

  private static List<BetaMessageParam> past(int messages) {
    List<BetaMessageParam> past = new ArrayList<>();
    past.add(BetaMessageParam.ofUser(Words.TASK));
    while (past.size() + 2 < messages) {
      past.add(asking());
      past.add(answered());
    }
    past.add(BetaMessageParam.ofAssistant(Words.ANSWER));
    past.add(BetaMessageParam.ofUser(Words.QUESTION));
    return past;
  }

  @Override
  public void prepare(int turns) {
    runs.clear();
    for (int made = 0; made < turns; made += turnsOfOneRun) {
      runs.add(runner().iterator());
    }
  }

  @Override
  public void make() {
    for (Iterator<BetaMessage> run : runs) {
      for (int i = 0; i < turnsOfOneRun; i++) {
        run.next();
      }
    }
  }

  private BetaToolRunner runner() {
    return client
        .beta()
        .messages()
        .toolRunner(
            ToolRunnerCreateParams.builder().initialMessageParams(params).thread(false).build());
  }

  private static BetaMessageParam asking() {
    var input =
        BetaToolUseBlockParam.Input.builder()
            .putAdditionalProperty("thing", JsonValue.from("T-0"))
            .build();
    var call = BetaToolUseBlockParam.builder().id(ID).name("look_up").input(input).build();
    return BetaMessageParam.ofAssistantOfContentBlockParams(
        List.of(BetaContentBlockParam.ofToolUse(call)));
  }

  private static BetaMessageParam answered() {
    var result = BetaToolResultBlockParam.builder().toolUseId(ID).content(Words.RESULT).build();
    return BetaMessageParam.ofUserOfContentBlockParams(
        List.of(BetaContentBlockParam.ofToolResult(result)));
  }
}
