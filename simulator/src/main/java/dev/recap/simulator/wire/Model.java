package dev.recap.simulator.wire;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
      """
      fable-5-2  ALWAYS                 ALL_ACCOUNTS HIGH   1000000  512
      fable-5-1  ALWAYS                 NEW_ACCOUNTS HIGH   1000000  512
      opus-5-5   ALWAYS                 NEW_ACCOUNTS MEDIUM 1000000  512
      sonnet-5-5 BETWEEN_TOOLS_AT_LEAST NEW_ACCOUNTS HIGH   1000000  512
      haiku-5-5  ADAPTIVE_BELOW_XHIGH   NEW_ACCOUNTS MEDIUM 1000000  512
      opus-5     ADAPTIVE_BELOW_XHIGH   NONE         HIGH   1000000  512
      sonnet-5   ADAPTIVE               NONE         HIGH   1000000 1024
      opus-4-8   ADAPTIVE_IF_ASKED      NONE         HIGH   1000000 1024
      opus-4-7   ADAPTIVE_IF_ASKED      NONE         HIGH   1000000 2048
      opus-4-6   BUDGET_OR_ADAPTIVE     NONE         HIGH   1000000 4096
      sonnet-4-6 BUDGET_OR_ADAPTIVE     NONE         HIGH   1000000 1024
      opus-4-5   BUDGET                 NONE         HIGH    200000 4096
      sonnet-4-5 BUDGET                 NONE         HIGH   1000000 1024
      haiku-4-5  BUDGET                 NONE         HIGH    200000 4096
      """
          .lines()
          .map(line -> read(line.split(" +")))
          .collect(Collectors.toUnmodifiableMap(Model::name, Function.identity()));

  private static Model read(String[] row) {
    Thinking thinking = Thinking.valueOf(row[1]);
    int output = thinking == Thinking.BUDGET ? 64_000 : 128_000;
    return new Model(
        "claude-" + row[0],
        new Sizes(Integer.parseInt(row[4]), output, Integer.parseInt(row[5])),
        thinking,
        Binding.valueOf(row[2]),
        Effort.valueOf(row[3]));
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
