package dev.recap.context;

import dev.recap.journal.RollUp;
import dev.recap.work.Opening;
import java.util.Collection;
import java.util.Objects;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Closed items whose lines no longer stand.
 *
 * @param counts what is left of them
 * @param openings which they are, so that none is counted twice when a late turn of it leaves
 */
record RolledUp(RollUp counts, PSet<Opening> openings) {
  static final RolledUp NONE = new RolledUp(RollUp.NONE, HashTreePSet.empty());

  RolledUp {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(openings, "openings");
  }

  RolledUp after(RollUp newCounts, Collection<Opening> more) {
    return new RolledUp(newCounts, openings.plusAll(more));
  }
}
