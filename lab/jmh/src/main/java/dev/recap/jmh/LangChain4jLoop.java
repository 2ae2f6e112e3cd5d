package dev.recap.jmh;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;

/** The loop of LangChain4j's AiServices, its memory a window of so many messages. */
final class LangChain4jLoop implements Loop {
  /** What the user talks to. */
  public interface Assistant {
    String chat(String message);
  }

  /** One tool. */
  public static final class Shelf {
    @Tool("Looks something up.")
    public String lookUp(@P("thing") String thing) {
      return Words.RESULT;
    }
  }

  private final class Instant implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      if (request.messages().size() > messages) {
        throw new IllegalStateException("the window holds " + request.messages().size());
      }
      asked++;
      AiMessage reply = asked >= turns ? AiMessage.from(Words.ANSWER) : AiMessage.from(call());
      return ChatResponse.builder().aiMessage(reply).build();
    }
  }

  private final int messages;
  private final Assistant assistant;
  private int turns;
  private int asked;

  LangChain4jLoop(int messages) {
    this.messages = messages;
    this.assistant =
        AiServices.builder(Assistant.class)
            .chatModel(new Instant())
            .chatMemory(MessageWindowChatMemory.withMaxMessages(messages))
            .tools(new Shelf())
            .maxToolCallingRoundTrips(Integer.MAX_VALUE)
            .build();
    turns = messages;
    make();
  }

  private ToolExecutionRequest call() {
    return ToolExecutionRequest.builder()
        .id("call_" + asked)
        .name("lookUp")
        .arguments(Words.thing(asked / 4))
        .build();
  }

  @Override
  public void prepare(int count) {
    turns = count;
    asked = 0;
  }

  @Override
  public void make() {
    assistant.chat(Words.QUESTION);
  }
}
