package dev.recap.lab.peers;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Where the peers' programs come from. */
interface Programs {
  /**
   * Makes these peers ready to be played.
   *
   * @param progress gets a line for each step
   * @throws IllegalStateException when that fails
   */
  void install(Collection<Peer> peers, Consumer<String> progress);

  /** The command that plays a peer, without its orders. */
  List<String> command(Peer peer);
}
