package dev.recap.lab.job;

/** Work that can be done again and again from the same beginning. Safe for several threads. */
public interface Job extends AutoCloseable {

  /** A place where nothing has been done yet; the caller closes it. */
  Site open();

  @Override
  void close();
}
