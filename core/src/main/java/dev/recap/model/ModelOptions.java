package dev.recap.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked, as far as providers have common names for it; what is not said is left to
 * the provider. They are the same in every request of a conversation, because a change of most of
 * them empties the prompt cache. Immutable; each method gives another one.
 *
 * @param effort how much work the model puts into a reply
 * @param thinking whether and how it thinks
 * @param temperature from 0 to 1
 * @param stopSequences texts before which a reply ends
 * @param toolChoice whether it may, or must, call a tool
 */
public record ModelOptions(
    @Nullable Effort effort,
    @Nullable ThinkingMode thinking,
    @Nullable Double temperature,
    List<String> stopSequences,
    ToolChoice toolChoice) {
  /** All is left to the provider. */
  public static final ModelOptions NONE =
      new ModelOptions(null, null, null, List.of(), ToolChoice.AUTO);

  /** How much work goes into a reply, least first. */
  public enum Effort {
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX
  }

  /** Whether and how a model thinks. */
  public sealed interface ThinkingMode {
    /** Not at all. */
    record Off() implements ThinkingMode {}

    /** As much as it finds fit. */
    record Adaptive() implements ThinkingMode {}

    /** At most so many tokens, which count to the limit of the reply. */
    record Budget(int tokens) implements ThinkingMode {
      private static final int LEAST = 1_024;

      public Budget {
        if (tokens < LEAST) {
          throw new IllegalArgumentException(
              "a budget for thinking has %d tokens or more, but was %d".formatted(LEAST, tokens));
        }
      }
    }
  }

  /**
   * Whether tools may or must be called.
   *
   * @param tool null unless it is one certain tool
   */
  public record ToolChoice(Kind kind, @Nullable String tool) {
    /** As the model finds fit. */
    public static final ToolChoice AUTO = new ToolChoice(Kind.AUTO, null);

    /** Some tool in every reply. */
    public static final ToolChoice ANY = new ToolChoice(Kind.ANY, null);

    /** No tool. */
    public static final ToolChoice NONE = new ToolChoice(Kind.NONE, null);

    /** Whether it is forced. */
    public enum Kind {
      AUTO,
      ANY,
      TOOL,
      NONE
    }

    public ToolChoice {
      Objects.requireNonNull(kind, "kind");
      if ((kind == Kind.TOOL) != (tool != null)) {
        throw new IllegalArgumentException(
            "a tool is named if, and only if, that one is to be called, but was %s with %s"
                .formatted(kind, tool));
      }
    }

    /** This tool in every reply. */
    public static ToolChoice tool(String name) {
      return new ToolChoice(Kind.TOOL, name);
    }

    boolean isForced() {
      return kind == Kind.ANY || kind == Kind.TOOL;
    }
  }

  /** A way of asking that some models refuse. */
  public enum Option {
    EFFORT,
    ADAPTIVE_THINKING,
    THINKING_BUDGET,
    THINKING_OFF,
    /** Without thinking, at an effort above high. */
    THINKING_OFF_AT_HIGH_EFFORT,
    TEMPERATURE,
    TEMPERATURE_WHILE_THINKING,
    FORCED_TOOL_CHOICE,
    /**
     * While thinking has a budget; adaptive thinking lets some models be forced that refuse this.
     */
    FORCED_TOOL_CHOICE_WITH_BUDGET
  }

  public ModelOptions {
    stopSequences = List.copyOf(stopSequences);
    Objects.requireNonNull(toolChoice, "toolChoice");
    if (temperature != null && !(temperature >= 0 && temperature <= 1)) {
      throw new IllegalArgumentException("temperature is from 0 to 1, but was " + temperature);
    }
    if (stopSequences.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "stop sequences cannot be blank, but were " + stopSequences);
    }
  }

  /** The same with this much work in each reply. */
  public ModelOptions effort(Effort much) {
    return new ModelOptions(much, thinking, temperature, stopSequences, toolChoice);
  }

  /** The same with a model that thinks as much as it finds fit. */
  public ModelOptions adaptiveThinking() {
    return thinking(new ThinkingMode.Adaptive());
  }

  /** The same with a model that does not think. */
  public ModelOptions withoutThinking() {
    return thinking(new ThinkingMode.Off());
  }

  /** The same with at most so many tokens of thinking in a reply. */
  public ModelOptions thinkingBudget(int tokens) {
    return thinking(new ThinkingMode.Budget(tokens));
  }

  /** The same at this temperature. */
  public ModelOptions temperature(double degree) {
    return new ModelOptions(effort, thinking, degree, stopSequences, toolChoice);
  }

  /** The same with replies that end before any of these texts. */
  public ModelOptions stopSequences(String... texts) {
    return new ModelOptions(effort, thinking, temperature, List.of(texts), toolChoice);
  }

  /** The same with another choice of tools. */
  public ModelOptions toolChoice(ToolChoice choice) {
    return new ModelOptions(effort, thinking, temperature, stopSequences, choice);
  }

  private ModelOptions thinking(ThinkingMode mode) {
    return new ModelOptions(effort, mode, temperature, stopSequences, toolChoice);
  }

  /** Whether every reply has to call a tool. */
  public boolean forcesCalls() {
    return toolChoice.isForced();
  }

  /** Whether this asks in that way. */
  public boolean uses(Option option) {
    boolean off = thinking instanceof ThinkingMode.Off;
    boolean thinks = thinking != null && !off;
    return switch (option) {
      case EFFORT -> effort != null;
      case ADAPTIVE_THINKING -> thinking instanceof ThinkingMode.Adaptive;
      case THINKING_BUDGET -> thinking instanceof ThinkingMode.Budget;
      case THINKING_OFF -> off;
      case THINKING_OFF_AT_HIGH_EFFORT ->
          off && effort != null && effort.compareTo(Effort.HIGH) > 0;
      case TEMPERATURE -> temperature != null;
      case TEMPERATURE_WHILE_THINKING -> temperature != null && thinks;
      case FORCED_TOOL_CHOICE -> toolChoice.isForced();
      case FORCED_TOOL_CHOICE_WITH_BUDGET ->
          toolChoice.isForced() && thinking instanceof ThinkingMode.Budget;
    };
  }
}
