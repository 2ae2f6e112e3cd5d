package dev.recap.lab.peers;

import java.util.Optional;

/** What a peer said so far. Written by the thread that reads it, read when that has ended. */
final class Said {
  private String version = "";
  private String ended = "";
  private String chatter = "";

  synchronized void hear(String line) {
    switch (ChildLine.of(line)) {
      case ChildLine.Started(var stated) -> version = stated;
      case ChildLine.Ended(var how) -> ended = how;
      case ChildLine.Chatter(var text) -> chatter = text;
    }
  }

  synchronized String version() {
    return version;
  }

  /** How its loop ended, in its own words; empty when it never said so. */
  synchronized Optional<String> ended() {
    return ended.isEmpty() ? Optional.empty() : Optional.of(ended);
  }

  /** The last line that was not for us. */
  synchronized String chatter() {
    return chatter;
  }
}
