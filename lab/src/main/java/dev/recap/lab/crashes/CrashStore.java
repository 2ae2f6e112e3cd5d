package dev.recap.lab.crashes;

import dev.recap.journal.Journal;

/** Where the journal of one scenario is, from life to life. */
interface CrashStore extends AutoCloseable {

  /** A journal that a life has open. */
  record Held(Journal journal, Runnable closing) {}

  /** Opens it for a life, as a process would after its start. */
  Held open(Life life);

  /** A process has died: its files and connections close, and its lease runs out. */
  void buried(Life life);

  /** A process has ended by itself. */
  void over(Life life);

  /** A holder has been silent for too long. */
  void leaseRunsOut();

  /** From here on there is another, empty one, as nothing was said on this one. */
  void another();

  /** All of it goes. */
  @Override
  void close();
}
