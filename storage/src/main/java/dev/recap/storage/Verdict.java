package dev.recap.storage;

import dev.recap.journal.Decided;

/** What became of a person's word about a call. */
public sealed interface Verdict {

  /** It counts: whoever goes on with the conversation puts it on record. */
  record Taken() implements Verdict {}

  /** Somebody was first. */
  record DecidedBefore(Decided.Word word) implements Verdict {}

  /** It does not wait any more, as it did when it was shown: too late, or on other terms. */
  record WaitsNoMore(String why) implements Verdict {}
}
