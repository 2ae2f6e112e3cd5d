package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Moment.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows what breaks in a scenario and when, and remembers what has. Each strike belongs to a life,
 * in order. For any thread.
 */
final class Fate {
  private final List<Strike> strikes;
  private int lives;
  private int struck;
  private @Nullable Moment now;
  private int openingActs;

  Fate(List<Strike> strikes) {
    this.strikes = strikes;
  }

  synchronized Life begin() {
    now = null;
    openingActs = 0;
    return new Life(++lives);
  }

  /** How many of the strikes were met. */
  synchronized int struck() {
    return struck;
  }

  /** The journal is doing this from here on; null for nothing that is struck. */
  synchronized void at(@Nullable Moment moment) {
    now = moment;
  }

  /** A write of opening the journal is about to happen; what breaks there. */
  synchronized Optional<Blow> atOpeningAct() {
    return isOpening() ? met(Moment.of(Kind.OPENING, ++openingActs)) : Optional.empty();
  }

  private boolean isOpening() {
    return now != null && now.kind() == Kind.OPENING;
  }

  /** What is to break in what the journal is doing, if anything. */
  synchronized Optional<Blow> pending() {
    return now == null || isOpening() ? Optional.empty() : next(now);
  }

  /** What breaks in a tool at this moment. */
  synchronized Optional<Blow> inTool(Moment moment) {
    return met(moment);
  }

  private Optional<Blow> met(Moment moment) {
    Optional<Blow> blow = next(moment);
    blow.ifPresent(any -> strike());
    return blow;
  }

  private Optional<Blow> next(Moment moment) {
    boolean due = struck < lives && struck < strikes.size();
    return due && strikes.get(struck).moment().equals(moment)
        ? Optional.of(strikes.get(struck).blow())
        : Optional.empty();
  }

  /** What was pending breaks now. */
  synchronized void strike() {
    struck++;
  }
}
