package dev.recap.lab.peers;

import java.util.List;
import java.util.Map;

/** Each peer at its default and at its best working setting. */
public final class PeerSettings {
  private static final List<Setting> ALL =
      List.of(
          new Setting(Peer.TYPESCRIPT_SDK, "default", Map.of()),
          new Setting(Peer.TYPESCRIPT_SDK, "tutorial", Map.of("threshold", "5000")),
          new Setting(Peer.JAVA_SDK, "default", Map.of()),
          new Setting(Peer.LANGCHAIN4J, "default", Map.of()),
          new Setting(Peer.ADK, "default", Map.of()));

  private PeerSettings() {}

  /** The settings of one peer, its default first. */
  public static List<Setting> of(Peer peer) {
    return ALL.stream().filter(setting -> setting.peer() == peer).toList();
  }
}
