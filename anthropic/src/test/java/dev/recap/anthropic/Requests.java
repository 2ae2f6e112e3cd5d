package dev.recap.anthropic;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ToolSpec;
import java.util.List;
import java.util.Set;

/** Requests for tests. */
final class Requests {
  static final ToolSpec SEARCH =
      new ToolSpec(
          "search_knowledge_base",
          "Finds articles.",
          """
          {"type":"object","required":["query"],"properties":{"query":{"type":"string"},\
          "limit":{"type":"integer","maximum":100,"x-weight":1.10}},"additionalProperties":false}\
          """);
  static final ToolSpec NEXT =
      new ToolSpec(
          "get_next_ticket",
          "Hands out a ticket.",
          "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}");

  private Requests() {}

  static ModelRequest saying(String text) {
    return of("", List.of(), Message.user(text));
  }

  static ModelRequest of(String instructions, List<ToolSpec> tools, Message... messages) {
    return new ModelRequest(instructions, tools, List.of(messages), Set.of(), 4096);
  }

  static ModelRequest marked(ModelRequest request, Breakpoint... breakpoints) {
    return new ModelRequest(
        request.instructions(),
        request.tools(),
        request.messages(),
        Set.of(breakpoints),
        request.maxOutputTokens());
  }

  static ModelRequest asking(ModelRequest request, ModelOptions options) {
    return new ModelRequest(
        request.instructions(),
        request.tools(),
        request.messages(),
        request.breakpoints(),
        request.maxOutputTokens(),
        options,
        request.wanted(),
        request.dropsStaleThinking());
  }

  static Message user(Block... blocks) {
    return new Message(Role.USER, List.of(blocks));
  }

  static Message assistant(Block... blocks) {
    return new Message(Role.ASSISTANT, List.of(blocks));
  }
}
