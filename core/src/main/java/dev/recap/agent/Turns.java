package dev.recap.agent;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The turns of a run, each made when it is asked for. */
final class Turns implements Iterator<Turn> {
  private final Run run;
  private @Nullable Turn next;

  Turns(Run run) {
    this.run = run;
  }

  @Override
  public boolean hasNext() {
    if (next == null && run.soFar() == null) {
      next = run.advance();
    }
    return next != null;
  }

  @Override
  public Turn next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the run has ended: " + run.soFar());
    }
    Turn turn = Objects.requireNonNull(next);
    next = null;
    return turn;
  }
}
