package dev.recap.lab.play;

/** Hears how far an experiment is; called by its threads, one at a time. */
@FunctionalInterface
public interface Progress {
  void at(int done, int total);
}
