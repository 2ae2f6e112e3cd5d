package dev.recap.simulator.wire;

import java.util.List;

/**
 * What the server knows of a model. Source: the vendor's model pages and release notes of autumn
 * 2026, see {@code docs/simulator.md}.
 *
 * @param name without a date
 * @param thinks whether and how it thinks where a request does not say
 * @param bound whether its thinking is bound to everything before it
 * @param tokens its tokens for one of a model before Opus 4.7
 */
public record KnownModel(String name, Thinks thinks, boolean bound, double tokens, int window) {
  /** Whether and how a model thinks. */
  public enum Thinks {
    /** With a budget, where one is given. */
    BUDGET,
    /** Adaptively or with a budget, where that is asked for. */
    EITHER,
    /** Adaptively, where that is asked for. */
    ASKED,
    /** Adaptively, unless that is switched off. */
    UNLESS_OFF,
    /** Adaptively, whatever is asked for. */
    ALWAYS;

    boolean byDefault() {
      return this == UNLESS_OFF || this == ALWAYS;
    }

    boolean adaptively() {
      return this != BUDGET;
    }

    boolean withBudget() {
      return this == BUDGET || this == EITHER;
    }
  }

  private static final double NEWER = 1.3;
  private static final int MILLION = 1_000_000;
  private static final int OLDER_WINDOW = 200_000;

  private static final List<KnownModel> ALL =
      List.of(
          new KnownModel("claude-fable-5-2", Thinks.ALWAYS, true, NEWER, MILLION),
          new KnownModel("claude-fable-5-1", Thinks.ALWAYS, true, NEWER, MILLION),
          new KnownModel("claude-opus-5-5", Thinks.ALWAYS, true, NEWER, MILLION),
          new KnownModel("claude-sonnet-5-5", Thinks.ALWAYS, true, NEWER, MILLION),
          new KnownModel("claude-haiku-5-5", Thinks.UNLESS_OFF, true, NEWER, MILLION),
          new KnownModel("claude-opus-5", Thinks.UNLESS_OFF, false, NEWER, MILLION),
          new KnownModel("claude-sonnet-5", Thinks.UNLESS_OFF, false, NEWER, MILLION),
          new KnownModel("claude-opus-4-8", Thinks.ASKED, false, NEWER, MILLION),
          new KnownModel("claude-opus-4-7", Thinks.ASKED, false, NEWER, MILLION),
          new KnownModel("claude-opus-4-6", Thinks.EITHER, false, 1, MILLION),
          new KnownModel("claude-sonnet-4-6", Thinks.EITHER, false, 1, MILLION),
          new KnownModel("claude-opus-4-5", Thinks.BUDGET, false, 1, OLDER_WINDOW),
          new KnownModel("claude-sonnet-4-5", Thinks.BUDGET, false, 1, OLDER_WINDOW),
          new KnownModel("claude-haiku-4-5", Thinks.BUDGET, false, 1, OLDER_WINDOW));

  /** Any other, and every one where sizes are as recorded: it thinks however it is asked to. */
  public static final KnownModel RECORDED =
      new KnownModel("", Thinks.EITHER, false, 1, OLDER_WINDOW);

  /** The model of that name, whatever its date. */
  public static KnownModel named(String name) {
    String family = name.replaceFirst("-(\\d{8}|latest)$", "");
    return ALL.stream().filter(one -> one.name.equals(family)).findFirst().orElse(RECORDED);
  }

  /** Whether sampling and a forced tool choice are refused. */
  boolean isSetInItsWays() {
    return thinks == Thinks.ALWAYS;
  }

  /** Whether a temperature is refused whatever else is asked. */
  boolean refusesSampling() {
    return tokens > 1;
  }
}
