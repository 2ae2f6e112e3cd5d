/**
 * Other people's agent loops on the same tickets, store and model server as ours.
 *
 * <p>{@link dev.recap.lab.peers.PeersExperiment} plays each peer as a child process and ours beside
 * them. Counted are the desk's {@code tool_call} table and the simulator server's log, never what a
 * peer says.
 */
@NullMarked
package dev.recap.lab.peers;

import org.jspecify.annotations.NullMarked;
