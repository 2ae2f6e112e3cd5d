package dev.recap.simulator;

/** A request that waited when its server closed: its connection ends without an answer. */
final class ServerClosing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerClosing(InterruptedException cause) {
    super("the server closed while a reply was waiting", cause);
  }
}
