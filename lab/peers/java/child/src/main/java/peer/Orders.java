package peer;

import java.util.HashMap;
import java.util.Map;

/**
 * What a peer is told on its command line: {@code --model-url URL --tools-url URL --turns N [--set
 * KNOB=VALUE]...}.
 *
 * @param turns after how many replies of the model it has to stop
 */
public record Orders(String modelUrl, String toolsUrl, int turns, Map<String, String> knobs) {

  /** Whether {@code --set task=system} puts the task into the system prompt. */
  public boolean taskInSystemPrompt() {
    return knob("task", "user").equals("system");
  }

  /** Whether {@code --set cache=on} switches on what the library has for prompt caching. */
  public boolean cache() {
    return knob("cache", "off").equals("on");
  }

  public String knob(String name, String otherwise) {
    return knobs.getOrDefault(name, otherwise);
  }

  /** A number, or 0 where the knob is not set: the library's own default stays. */
  public int number(String name) {
    return Integer.parseInt(knob(name, "0"));
  }

  static Orders of(String[] args) {
    Map<String, String> options = new HashMap<>();
    Map<String, String> knobs = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      if (args[i].equals("--set")) {
        String[] knob = args[i + 1].split("=", 2);
        knobs.put(knob[0], knob[1]);
      } else {
        options.put(args[i], args[i + 1]);
      }
    }
    return new Orders(
        needed(options, "--model-url"),
        needed(options, "--tools-url"),
        Integer.parseInt(needed(options, "--turns")),
        Map.copyOf(knobs));
  }

  private static String needed(Map<String, String> options, String name) {
    if (!options.containsKey(name)) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return options.get(name);
  }
}
