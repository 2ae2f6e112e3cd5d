package dev.recap.simulator.wire;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the simulator knows about a model. One that it does not know takes whatever a request asks
 * for and binds nothing.
 *
 * @param name its id without a date
 * @param sizes in tokens
 * @param thinking which kinds of thinking it takes
 * @param binding whose thinking is bound to what stands before it
 * @param effort how hard it thinks where a request does not say
 */
public record Model(String name, Sizes sizes, Thinking thinking, Binding binding, Effort effort) {
  /** The window, the longest reply, and the shortest prefix that is cached. */
  public record Sizes(int window, int output, int cacheableMinimum) {}

  /** Kinds of thinking, from the oldest to the newest. */
  enum Thinking {
    UNKNOWN,
    BUDGET,
    BUDGET_OR_ADAPTIVE,
    ADAPTIVE_IF_ASKED,
    ADAPTIVE,
    ADAPTIVE_BELOW_XHIGH,
    BETWEEN_TOOLS_AT_LEAST,
    ALWAYS
  }

  /** Which accounts are refused when thinking meets another prefix. */
  enum Binding {
    NONE,
    NEW_ACCOUNTS,
    ALL_ACCOUNTS
  }

  /** How hard a model thinks, and how long: a rule of ours. */
  enum Effort {
    LOW(40),
    MEDIUM(120),
    HIGH(240),
    XHIGH(480),
    MAX(960);

    final int tokens;

    Effort(int tokens) {
      this.tokens = tokens;
    }
  }

  private static final Pattern DATE = Pattern.compile("-(\\d{8}|latest)$");
  private static final Set<String> NO_EFFORT = Set.of("claude-haiku-4-5", "claude-sonnet-4-5");
  private static final Set<String> NO_SYSTEM_MESSAGES =
      Set.of("claude-opus-4-7", "claude-sonnet-5");
  private static final Map<String, Model> KNOWN =
      Stream.of(
              today("claude-fable-5-2", Thinking.ALWAYS, Binding.ALL_ACCOUNTS, Effort.HIGH),
              today("claude-fable-5-1", Thinking.ALWAYS, Binding.NEW_ACCOUNTS, Effort.HIGH),
              today("claude-opus-5-5", Thinking.ALWAYS, Binding.NEW_ACCOUNTS, Effort.MEDIUM),
              today(
                  "claude-sonnet-5-5",
                  Thinking.BETWEEN_TOOLS_AT_LEAST,
                  Binding.NEW_ACCOUNTS,
                  Effort.HIGH),
              today(
                  "claude-haiku-5-5",
                  Thinking.ADAPTIVE_BELOW_XHIGH,
                  Binding.NEW_ACCOUNTS,
                  Effort.MEDIUM),
              today("claude-opus-5", Thinking.ADAPTIVE_BELOW_XHIGH, Binding.NONE, Effort.HIGH),
              older("claude-sonnet-5", Thinking.ADAPTIVE, 1_000_000, 1_024),
              older("claude-opus-4-8", Thinking.ADAPTIVE_IF_ASKED, 1_000_000, 1_024),
              older("claude-opus-4-7", Thinking.ADAPTIVE_IF_ASKED, 1_000_000, 2_048),
              older("claude-opus-4-6", Thinking.BUDGET_OR_ADAPTIVE, 1_000_000, 4_096),
              older("claude-sonnet-4-6", Thinking.BUDGET_OR_ADAPTIVE, 1_000_000, 1_024),
              older("claude-opus-4-5", Thinking.BUDGET, 200_000, 4_096),
              older("claude-sonnet-4-5", Thinking.BUDGET, 1_000_000, 1_024),
              older("claude-haiku-4-5", Thinking.BUDGET, 200_000, 4_096))
          .collect(Collectors.toUnmodifiableMap(Model::name, Function.identity()));

  private static Model today(String name, Thinking thinking, Binding binding, Effort effort) {
    return new Model(name, new Sizes(1_000_000, 128_000, 512), thinking, binding, effort);
  }

  private static Model older(String name, Thinking thinking, int window, int minimum) {
    Sizes sizes = new Sizes(window, thinking == Thinking.BUDGET ? 64_000 : 128_000, minimum);
    return new Model(name, sizes, thinking, Binding.NONE, Effort.HIGH);
  }

  /** The model of that id, with or without a date. */
  public static Model of(String id) {
    String name = DATE.matcher(id).replaceFirst("");
    Sizes unknown = new Sizes(200_000, 128_000, 512);
    return KNOWN.getOrDefault(
        name, new Model(name, unknown, Thinking.UNKNOWN, Binding.NONE, Effort.HIGH));
  }

  /** Tokens for each token of the tokenizer of Opus 4.6 and before. */
  public double tokenFactor() {
    return sinceOpus47() ? 1.3 : 1;
  }

  /** Whether it thinks as it sees fit and refuses budgets, sampling, and words put in its mouth. */
  boolean sinceOpus47() {
    return thinking.compareTo(Thinking.ADAPTIVE_IF_ASKED) >= 0;
  }

  boolean known() {
    return thinking != Thinking.UNKNOWN;
  }

  boolean thinksUnasked() {
    return thinking.compareTo(Thinking.ADAPTIVE) >= 0;
  }

  boolean refusesForcedTools() {
    return thinking.compareTo(Thinking.BETWEEN_TOOLS_AT_LEAST) >= 0;
  }

  /** Whether its thinking records the prefix it was made behind. */
  boolean binds() {
    return binding != Binding.NONE;
  }

  boolean takesEffort() {
    return !NO_EFFORT.contains(name);
  }

  /** Whether thinking of finished turns is taken out of the prompt. */
  boolean forgetsThinking() {
    return !takesEffort();
  }

  boolean takesSystemMessages() {
    return sinceOpus47() && !NO_SYSTEM_MESSAGES.contains(name);
  }

  /** Whether it compacts on demand. */
  boolean compacts() {
    return thinking != Thinking.BUDGET && !name.equals("claude-fable-5-2");
  }

  /** Whether it can read thinking that a model of another name wrote. */
  boolean reads(Model writer) {
    return !writer.binds()
        || (name.equals("claude-fable-5-1") && writer.name().equals("claude-opus-5-5"));
  }
}
