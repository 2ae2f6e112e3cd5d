package dev.recap.jmh;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The loop of LangChain4j's AiServices with a window memory that drops nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 60)
@Fork(1)
public class LangChain4jBenchmark {
  private static final int WARMING_RUNS = 4_000;

  /** What the user talks to. */
  public interface Assistant {
    String chat(String message);
  }

  /** One tool. */
  public static final class Shelf {
    @Tool("Looks something up.")
    public String lookUp(@P("words") String words) {
      return Words.RESULT;
    }
  }

  /** Keeps the list it was given last. */
  private static final class OneList implements ChatMemoryStore {
    private List<ChatMessage> messages = List.of();

    @Override
    public List<ChatMessage> getMessages(Object memoryId) {
      return messages;
    }

    @Override
    public void updateMessages(Object memoryId, List<ChatMessage> now) {
      messages = now;
    }

    @Override
    public void deleteMessages(Object memoryId) {
      messages = List.of();
    }
  }

  private static final class Instant implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      boolean looked = request.messages().getLast() instanceof ToolExecutionResultMessage;
      AiMessage reply = looked ? AiMessage.from(Words.ANSWER) : AiMessage.from(call());
      return ChatResponse.builder().aiMessage(reply).build();
    }
  }

  private static ToolExecutionRequest call() {
    return ToolExecutionRequest.builder()
        .id("call_1")
        .name("lookUp")
        .arguments(Words.ARGUMENTS)
        .build();
  }

  /** Messages in memory before the question. */
  @Param({"10", "100", "1000"})
  public int messages;

  private final OneList store = new OneList();
  private final Assistant assistant =
      AiServices.builder(Assistant.class)
          .chatModel(new Instant())
          .chatMemory(
              MessageWindowChatMemory.builder()
                  .maxMessages(1_000_000)
                  .chatMemoryStore(store)
                  .build())
          .tools(new Shelf())
          .build();

  /** Warms the loop. */
  @Setup(Level.Trial)
  public void warm() {
    for (int i = 0; i < WARMING_RUNS * 10 / messages + 100; i++) {
      remember();
      turn();
    }
  }

  /** Makes the conversation. */
  @Setup(Level.Iteration)
  public void remember() {
    List<ChatMessage> past = new ArrayList<>();
    past.add(UserMessage.from(Words.TASK));
    while (past.size() < messages - 1) {
      past.add(AiMessage.from(call()));
      past.add(ToolExecutionResultMessage.from(call(), Words.RESULT));
    }
    past.add(AiMessage.from(Words.ANSWER));
    store.updateMessages("", past);
  }

  /** Two requests, one call between them. */
  @Benchmark
  @OperationsPerInvocation(2)
  public String turn() {
    return assistant.chat(Words.QUESTION);
  }
}
