package dev.recap.anthropic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.model.ModelException;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelOptions.Effort;
import dev.recap.model.ModelOptions.Option;
import dev.recap.model.ModelOptions.ThinkingMode;
import dev.recap.model.ModelOptions.ToolChoice;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Wanted;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes how a model is asked: the fields of a request besides the conversation, and its betas. */
record OptionsWriter(ModelProfile profile, AnthropicOptions own) {
  private static final String BINDING_BETA = "thinking-binding-controls-2026-08-01";
  private static final String COMPACTION_BETA = "compact-2026-09-04";

  /** The features in trial that a request needs. */
  Set<String> betas(ModelRequest request) {
    Set<String> betas = new TreeSet<>(own.betas());
    if (request.dropsStaleThinking()) {
      betas.add(BINDING_BETA);
    }
    boolean compacted =
        request.messages().stream()
            .flatMap(message -> Block.only(Opaque.class, message.content()).stream())
            .anyMatch(opaque -> opaque.type().equals("compaction"));
    if (compacted || wantsSummary(request)) {
      betas.add(COMPACTION_BETA);
    }
    return betas;
  }

  ObjectNode fields(ModelRequest request) {
    ObjectNode fields = own.fields();
    ModelOptions options = request.options();
    ObjectNode thinking = thinking(request);
    if (thinking != null) {
      fields.set("thinking", thinking);
    }
    if (options.effort() != null) {
      fields.putObject("output_config").put("effort", JsonText.word(options.effort()));
    }
    if (options.temperature() != null) {
      fields.put("temperature", options.temperature());
    }
    if (!request.tools().isEmpty()) {
      putChoice(fields, options.toolChoice(), wantsSummary(request));
    }
    if (wantsSummary(request)) {
      fields.putObject("compaction").put("type", "summarize");
    } else if (!options.stopSequences().isEmpty()) {
      ArrayNode texts = fields.putArray("stop_sequences");
      options.stopSequences().forEach(texts::add);
    }
    return fields;
  }

  private static boolean wantsSummary(ModelRequest request) {
    return request.wanted() == Wanted.SUMMARY_BLOCK;
  }

  /** A call cannot be forced where a summary is wanted. */
  private static void putChoice(ObjectNode fields, ToolChoice choice, boolean summary) {
    switch (choice.kind()) {
      case AUTO -> {}
      case NONE -> fields.putObject("tool_choice").put("type", "none");
      case ANY, TOOL -> {
        if (!summary) {
          ObjectNode node = fields.putObject("tool_choice");
          node.put("type", JsonText.word(choice.kind()));
          if (choice.tool() != null) {
            node.put("name", choice.tool());
          }
        }
      }
    }
  }

  private @Nullable ObjectNode thinking(ModelRequest request) {
    ThinkingMode asked = request.options().thinking();
    if (asked == null && own.thinksBetweenTools() && !request.dropsStaleThinking()) {
      return betweenTools(request.options().effort());
    }
    ThinkingMode mode =
        asked == null && impliesThinking(request) ? new ThinkingMode.Adaptive() : asked;
    return switch (mode) {
      case null -> null;
      case ThinkingMode.Off off -> typed("disabled");
      case ThinkingMode.Adaptive adaptive -> besides(request, typed("adaptive"));
      case ThinkingMode.Budget(var tokens) -> {
        if (tokens >= request.maxOutputTokens()) {
          throw refused(
              "a budget for thinking must be below the request's maxOutputTokens, but they were %d and %d"
                  .formatted(tokens, request.maxOutputTokens()));
        }
        yield besides(request, typed("enabled").put("budget_tokens", tokens));
      }
    };
  }

  /** What goes with thinking needs it to be named, also where the model thinks by itself. */
  private boolean impliesThinking(ModelRequest request) {
    boolean needed =
        own.display() != null
            || (request.dropsStaleThinking() && profile.thinking() == Thinking.BOUND);
    return needed && !profile.refuses().contains(Option.ADAPTIVE_THINKING);
  }

  private ObjectNode besides(ModelRequest request, ObjectNode thinking) {
    if (own.display() != null) {
      thinking.put("display", JsonText.word(own.display()));
    }
    if (request.dropsStaleThinking()) {
      thinking.putObject("block_binding").put("prefix_mismatch_behavior", "drop_block");
    }
    return thinking;
  }

  private static ObjectNode betweenTools(@Nullable Effort effort) {
    if (effort != null && effort.compareTo(Effort.HIGH) > 0) {
      throw refused("thinking between tools has an effort of HIGH or less, but was " + effort);
    }
    return typed("between_tools");
  }

  private static ObjectNode typed(String type) {
    return JsonText.MAPPER.createObjectNode().put("type", type);
  }

  private static ModelException refused(String why) {
    return new ModelException(ModelException.Category.INVALID_REQUEST, why, null, null);
  }
}
