package dev.recap.lab.crashes;

import dev.recap.journal.Journal;

/** Where the journal of one scenario is, from life to life. */
interface CrashStore extends AutoCloseable {

  /** A journal that a life has open. */
  record Held(Journal journal, Runnable closing) {}

  /** Opens it for a life, as a process would after its start. */
  Held open(Life life);

  /** What the operating system does when a process has died: its files and connections close. */
  void buried(Life life);

  /** From here on there is another, empty one, as nothing was said on this one. */
  void another();

  /** All of it goes. */
  @Override
  void close();
}
