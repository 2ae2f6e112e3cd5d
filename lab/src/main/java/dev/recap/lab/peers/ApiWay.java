package dev.recap.lab.peers;

import com.anthropic.models.beta.AnthropicBeta;
import com.anthropic.models.beta.messages.BetaClearToolUses20250919Edit;
import com.anthropic.models.beta.messages.BetaCompact20260112Edit;
import com.anthropic.models.beta.messages.BetaCompactionConfig;
import com.anthropic.models.beta.messages.BetaContextManagementConfig;
import com.anthropic.models.beta.messages.BetaInputTokensClearAtLeast;
import com.anthropic.models.beta.messages.BetaInputTokensTrigger;
import com.anthropic.models.beta.messages.MessageCreateParams;
import dev.recap.lab.table.Choice;
import java.util.Map;
import java.util.Set;

/**
 * One of the API's own ways with a long conversation, as a request asks for it.
 *
 * @param fromTokens from which length on
 * @param mostTokens of a summary, asked for in words; 0 leaves the length to the API
 * @param atLeast how many tokens clearing has to free
 * @param inputs whether clearing takes what was asked of the tools along
 */
record ApiWay(Kind kind, long fromTokens, long mostTokens, long atLeast, boolean inputs) {
  private static final Set<String> KNOBS = Set.of("way", "from", "most", "at-least", "inputs");

  /** The ways there are. */
  enum Kind implements Choice {
    /** Nothing is asked for. */
    NONE,
    /** A request of its own is answered with a signed block in place of what it held. */
    ON_DEMAND,
    /** The reply begins with a block once its prompt is too long. */
    THRESHOLD,
    /** Results of the oldest calls leave, in batches. */
    CLEARING
  }

  private enum Inputs implements Choice {
    KEPT,
    CLEARED
  }

  /**
   * A way as knobs have it.
   *
   * @throws IllegalArgumentException naming a knob or a value that there is not
   */
  static ApiWay of(Map<String, String> knobs) {
    for (String knob : knobs.keySet()) {
      if (!KNOBS.contains(knob)) {
        throw new IllegalArgumentException(
            "api has no knob '%s', but %s".formatted(knob, KNOBS.stream().sorted().toList()));
      }
    }
    Kind kind = Choice.of("way", knobs.getOrDefault("way", Kind.NONE.label()), Kind.values());
    return new ApiWay(
        kind,
        number(knobs, "from", 50_000),
        number(knobs, "most", 0),
        number(knobs, "at-least", 0),
        Choice.of("inputs", knobs.getOrDefault("inputs", "kept"), Inputs.values())
            == Inputs.CLEARED);
  }

  private static long number(Map<String, String> knobs, String name, long usual) {
    String text = knobs.getOrDefault(name, String.valueOf(usual));
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("%s is '%s', but must be a number".formatted(name, text));
    }
    return Long.parseLong(text);
  }

  /** Puts into a turn's request what it has to say about the way. */
  void ask(MessageCreateParams.Builder request) {
    switch (kind) {
      case NONE -> {}
      case ON_DEMAND -> request.addBeta(AnthropicBeta.COMPACT_2026_09_04);
      case THRESHOLD -> {
        var edit = BetaCompact20260112Edit.builder().trigger(trigger());
        if (mostTokens > 0) {
          edit.instructions(instructions());
        }
        request
            .addBeta(AnthropicBeta.COMPACT_2026_01_12)
            .contextManagement(BetaContextManagementConfig.builder().addEdit(edit.build()).build());
      }
      case CLEARING -> {
        var edit =
            BetaClearToolUses20250919Edit.builder()
                .trigger(trigger())
                .clearAtLeast(BetaInputTokensClearAtLeast.builder().value(atLeast).build())
                .clearToolInputs(inputs)
                .build();
        request
            .addBeta(AnthropicBeta.CONTEXT_MANAGEMENT_2025_06_27)
            .contextManagement(BetaContextManagementConfig.builder().addEdit(edit).build());
      }
    }
  }

  /** Whether the caller has to ask for a block once a reply with its prompt took so much. */
  boolean asksAfter(long tokens) {
    return kind == Kind.ON_DEMAND && tokens >= fromTokens;
  }

  /** What asks for a block. */
  BetaCompactionConfig block() {
    var config = BetaCompactionConfig.builder();
    if (mostTokens > 0) {
      config.instructions(instructions());
    }
    return config.build();
  }

  private BetaInputTokensTrigger trigger() {
    return BetaInputTokensTrigger.builder().value(fromTokens).build();
  }

  private String instructions() {
    return """
    Write a summary of the conversation in at most %d tokens that lets you go on without it: the \
    task and its rules, which tickets are closed, what was done for the open one and what is still \
    to do.\
    """
        .formatted(mostTokens);
  }
}
