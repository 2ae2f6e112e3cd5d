package dev.recap.desk.shift;

import dev.recap.conversation.Usage;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.ModelProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the journal of one conversation says of a shift: its sawtooth, its compactions and its last
 * steps. A projection, for one thread.
 */
public final class ShiftLog {
  private static final int MOST_STEPS = 200;

  private final String model;
  private final Function<String, ModelProfile> profiles;
  private final List<Point> points = new ArrayList<>();
  private final List<Compaction> compactions = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Intended> intended = new HashMap<>();

  /**
   * One turn.
   *
   * @param prompt tokens that the model read, cached or not
   * @param dollars of this turn; 0 where no price is known
   */
  public record Point(int turn, long prompt, long reply, double dollars) {}

  /**
   * One compaction.
   *
   * @param turn behind which it came
   * @param stage its name
   * @param summaryTokens what asking for a summary took before it; 0 for none
   */
  public record Compaction(
      int turn, String stage, long before, long after, long summaryTokens, double summaryDollars) {}

  /**
   * One call of a tool.
   *
   * @param ticket null where it is about none
   * @param ended how it ended; null while it runs
   */
  public record Step(
      int turn, @Nullable String ticket, String tool, Instant at, @Nullable String ended) {}

  private long summaryTokens;
  private double summaryDollars;
  private long allSummaryPrompts;
  private double allSummaryDollars;

  ShiftLog(String model, Function<String, ModelProfile> profiles) {
    this.model = model;
    this.profiles = profiles;
  }

  void take(Entry entry) {
    switch (entry) {
      case Replied replied -> {
        Usage usage = replied.reply().usage();
        points.add(
            new Point(
                replied.turn(),
                usage.promptTokens(),
                usage.outputTokens(),
                dollars(usage, replied.reply().otherModel().orElse(model))));
      }
      case SummaryAsked asked -> {
        summaryTokens += asked.usage().totalTokens();
        double dollars = dollars(asked.usage(), asked.otherWriter().orElse(model));
        summaryDollars += dollars;
        allSummaryDollars += dollars;
        allSummaryPrompts += asked.usage().promptTokens();
      }
      case Compacted compacted -> {
        compactions.add(
            new Compaction(
                turn(),
                compacted.stage(),
                compacted.report().tokensBefore(),
                compacted.report().tokensAfter(),
                summaryTokens,
                summaryDollars));
        summaryTokens = 0;
        summaryDollars = 0;
      }
      case Intended call -> {
        intended.put(call.callId(), call);
        step(call, null);
      }
      case Answered answered -> ended(answered);
      default -> {
        // Nothing that a shift's page shows.
      }
    }
  }

  private void ended(Answered answered) {
    Intended call = intended.remove(answered.callId());
    if (call != null) {
      String end = answered.standing().name().toLowerCase(Locale.ROOT);
      steps.removeIf(step ->
          step.ended() == null && step.at().equals(call.at()) && step.tool().equals(call.tool()));
      step(call, end);
    }
  }

  private void step(Intended call, @Nullable String ended) {
    String ticket = call.opening() == null ? null : call.opening().item().key();
    steps.add(new Step(turn(), ticket, call.tool(), call.at(), ended));
    if (steps.size() > MOST_STEPS) {
      steps.removeFirst();
    }
  }

  private int turn() {
    return points.isEmpty() ? 0 : points.getLast().turn();
  }

  private double dollars(Usage usage, String name) {
    return profiles.apply(name).knownPrices().map(known -> known.cached(usage)).orElse(0.0);
  }

  /**
   * What the same turns would have read if nothing had ever left the view: an estimate. What
   * compactions took out is added to every prompt behind them.
   */
  private List<Point> withoutCompaction() {
    List<Point> all = new ArrayList<>();
    long carried = 0;
    int next = 0;
    for (Point point : points) {
      all.add(new Point(point.turn(), point.prompt() + carried, point.reply(), 0));
      while (next < compactions.size() && compactions.get(next).turn() <= point.turn()) {
        Compaction gone = compactions.get(next++);
        carried += Math.max(0, gone.before() - gone.after());
      }
    }
    return all;
  }

  /**
   * What they would have cost: of each prompt the one before is read from the cache, and what came
   * since is written to it; no summary is asked for. An estimate.
   *
   * @return 0 where no price is known
   */
  public double dollarsWithoutCompaction() {
    double dollars = 0;
    long before = 0;
    for (Point point : withoutCompaction()) {
      long cached = Math.min(before, point.prompt());
      dollars += dollars(new Usage(0, cached, point.prompt() - cached, point.reply()), model);
      before = point.prompt();
    }
    return dollars;
  }

  /** Tokens of all their prompts; an estimate. */
  public long tokensWithoutCompaction() {
    return withoutCompaction().stream().mapToLong(Point::prompt).sum();
  }

  /** Tokens that the model read, in turns and to write summaries. */
  public long tokens() {
    return points.stream().mapToLong(Point::prompt).sum() + allSummaryPrompts;
  }

  /** What turns and summaries cost; 0 where no price is known. */
  public double dollars() {
    return points.stream().mapToDouble(Point::dollars).sum() + allSummaryDollars;
  }

  /** The turns, in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** The compactions, in order. */
  public List<Compaction> compactions() {
    return List.copyOf(compactions);
  }

  /** The newest calls, oldest first, 200 at most. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
