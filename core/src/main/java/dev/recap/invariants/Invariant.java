package dev.recap.invariants;

import java.util.List;

/** One rule for the messages of a request. Pure, and no slower than a walk through them. */
interface Invariant {
  /** Every breach in words that name the message and what is wrong in it; empty when it holds. */
  List<String> broken(Proposed proposed);
}
