package dev.recap.lab.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a peer is set up.
 *
 * <p>Programs find out by themselves which knobs they do not understand.
 *
 * @param name as findings show it
 * @param knobs what its program understands, in the order of the names; empty for its defaults
 */
public record PeerSetting(Peer peer, String name, Map<String, String> knobs) {
  public PeerSetting {
    knobs = Collections.unmodifiableMap(new TreeMap<>(knobs));
    if (!peer.isProgram()) {
      ApiWay.of(knobs);
    }
  }

  /**
   * A setting from {@code PEER:KNOB=VALUE,KNOB=VALUE}; it is named after its knobs.
   *
   * @throws IllegalArgumentException when the text is of another form
   */
  public static PeerSetting parse(String text) {
    String[] halves = text.split(":", 2);
    Map<String, String> knobs = new TreeMap<>();
    for (String knob : halves.length < 2 ? new String[] {text} : halves[1].split(",")) {
      String[] parts = knob.split("=", 2);
      if (halves.length < 2 || parts.length < 2 || parts[0].isBlank()) {
        throw new IllegalArgumentException(
            "setting is '%s', but must read PEER:KNOB=VALUE,KNOB=VALUE".formatted(text));
      }
      knobs.put(parts[0], parts[1]);
    }
    return new PeerSetting(Peer.of(halves[0]), shown(knobs), knobs);
  }

  /** {@code --set KNOB=VALUE} for each knob. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    knobs.forEach((knob, value) -> arguments.addAll(List.of("--set", knob + "=" + value)));
    return arguments;
  }

  static String shown(Map<String, String> knobs) {
    List<String> parts = new ArrayList<>();
    knobs.forEach((knob, value) -> parts.add(knob + "=" + value));
    return String.join(" ", parts);
  }
}
