package dev.recap.lab.peers;

/** Hears how far an experiment is; called by the thread that runs it. */
public interface PeersListener {
  /** A peer's build, or another step that takes time. */
  default void step(String what) {}

  /** A run begins. */
  default void started(String name, int tickets) {}

  /** So many tickets are completed; every two seconds or so. */
  default void progress(int completed, int tickets) {}

  /** A run is over. */
  default void ended(PeerRow row) {}
}
