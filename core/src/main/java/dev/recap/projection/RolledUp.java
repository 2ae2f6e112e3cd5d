package dev.recap.projection;

import dev.recap.journal.Compacted.RollUp;
import dev.recap.work.Opening;
import java.util.Collection;
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

  RolledUp after(RollUp newCounts, Collection<Opening> more) {
    return new RolledUp(newCounts, openings.plusAll(more));
  }
}
