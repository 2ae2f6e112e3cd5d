package dev.recap.web.events;

/**
 * Something that happened.
 *
 * @param id what a browser names when it comes back, to be told what it missed
 * @param topic what it is about
 * @param json what there is to say
 */
public record Event(String id, String topic, String json) {
  /** Of a subscriber that missed something for good: it should load its page again. */
  static final String RESET = "reset";

  /** As the wire has it; a text of several lines becomes as many. */
  String wire() {
    var wire = new StringBuilder();
    wire.append("id: ").append(id).append('\n').append("event: ").append(topic).append('\n');
    json.lines().forEach(line -> wire.append("data: ").append(line).append('\n'));
    return wire.append('\n').toString();
  }
}
