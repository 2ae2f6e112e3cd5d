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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The tool runner of the vendor's SDK over an HTTP client in this process. Its border is HTTP, so
 * that it writes requests and reads replies as JSON, which the other two loops do not.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 60)
@Fork(1)
public class SdkBenchmark {
  private static final int WARMING_RUNS = 4_000;

  /** One tool; the SDK fills the fields. */
  @JsonTypeName("look_up")
  @JsonClassDescription("Looks something up.")
  public static final class LookUp implements Supplier<String> {
    /** What for. */
    public String words = "";

    @Override
    public String get() {
      return Words.RESULT;
    }
  }

  /** Messages in the parameters, the question among them. */
  @Param({"10", "100", "1000"})
  public int messages;

  /** Whether the client writes each request out, as one with a network does. */
  @Param({"false", "true"})
  public boolean writing;

  private AnthropicClient client = client(false);
  private MessageCreateParams params =
      MessageCreateParams.builder().maxTokens(1).model("m").messages(List.of()).build();
  private BetaToolRunner runner = runner();

  /** Makes the conversation and warms the loop. */
  @Setup(Level.Trial)
  public void remember() {
    client = client(writing);
    List<BetaMessageParam> past = new ArrayList<>();
    past.add(BetaMessageParam.ofUser(Words.TASK));
    while (past.size() < messages - 1) {
      past.add(asking());
      past.add(answered());
    }
    past.add(BetaMessageParam.ofAssistant(Words.ANSWER));
    past.add(BetaMessageParam.ofUser(Words.QUESTION));
    params =
        MessageCreateParams.builder()
            .model("claude-sonnet-5-5")
            .maxTokens(1_024)
            .messages(past)
            .addTool(LookUp.class)
            .build();
    for (int i = 0; i < WARMING_RUNS * 10 / messages + 100; i++) {
      begin();
      turn();
    }
  }

  /** A runner that has not asked yet. */
  @Setup(Level.Iteration)
  public void begin() {
    runner = runner();
  }

  /** Two requests, one call between them. */
  @Benchmark
  @OperationsPerInvocation(2)
  public List<BetaMessage> turn() {
    List<BetaMessage> replies = new ArrayList<>();
    runner.forEach(replies::add);
    if (replies.size() != 2) {
      throw new IllegalStateException("expected two replies, but there were " + replies.size());
    }
    return replies;
  }

  private BetaToolRunner runner() {
    return client
        .beta()
        .messages()
        .toolRunner(
            ToolRunnerCreateParams.builder().initialMessageParams(params).thread(false).build());
  }

  private static AnthropicClient client(boolean writing) {
    return new AnthropicClientImpl(
        ClientOptions.builder()
            .httpClient(new InstantHttp(writing))
            .baseUrl("http://in.process")
            .maxRetries(0)
            .build());
  }

  private static BetaMessageParam asking() {
    var input =
        BetaToolUseBlockParam.Input.builder()
            .putAdditionalProperty("words", JsonValue.from("glue"))
            .build();
    var call = BetaToolUseBlockParam.builder().id("call_1").name("look_up").input(input).build();
    return BetaMessageParam.ofAssistantOfContentBlockParams(
        List.of(BetaContentBlockParam.ofToolUse(call)));
  }

  private static BetaMessageParam answered() {
    var result =
        BetaToolResultBlockParam.builder().toolUseId("call_1").content(Words.RESULT).build();
    return BetaMessageParam.ofUserOfContentBlockParams(
        List.of(BetaContentBlockParam.ofToolResult(result)));
  }
}
