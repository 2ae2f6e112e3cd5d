package dev.recap.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Opened;
import dev.recap.tool.Quoted;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Effect;
import java.util.Collections;
import java.util.List;

/**
 * Things to paint, one after the other, and what was done to them. Not public, as the classes of
 * users need not be.
 */
final class PaintShop {
  enum Color {
    @JsonProperty("red")
    RED,
    @JsonProperty("green")
    GREEN
  }

  record Finished(@Item String thing, Color color, int words, @Quoted String subject) {}

  /** What the tools did, in order. */
  final List<String> done = Collections.synchronizedList(new java.util.ArrayList<>());

  private int next;

  /** Opens anew, with nothing done. */
  void reset() {
    next = 0;
    done.clear();
  }

  @Tool(value = "Hands out the next thing.", effect = Effect.IDEMPOTENT)
  public Opened<String> nextThing() {
    next++;
    done.add("opened T-" + next);
    return Opened.of("T-" + next, "a fence, " + "very long ".repeat(50));
  }

  @Tool(value = "Takes a thing up again.", effect = Effect.ONCE)
  public Opened<String> reopen(@Item String thing) {
    done.add("reopened " + thing);
    return Opened.of(thing, "the same fence");
  }

  @Tool(value = "Paints a thing.", effect = Effect.IDEMPOTENT)
  public String paint(@Item String thing, Color color) {
    done.add("painted " + thing + " " + color);
    return thing + " is " + color;
  }

  @Tool(value = "Looks at a thing.", effect = Effect.READ_ONLY)
  public String lookAt(@Item String thing) {
    done.add("looked at " + thing);
    return thing + " looks fine";
  }

  @Tool(value = "Looks something up.", effect = Effect.READ_ONLY)
  public String lookUp(String words) {
    done.add("looked up " + words);
    return "found " + words;
  }

  @Tool(value = "Sends a mail.", effect = Effect.ONCE)
  public String mail(@Key String to) {
    if (to.equals("nobody")) {
      throw new ToolFailure("there is no such address");
    }
    done.add("mailed " + to);
    return "mail number " + done.size();
  }

  @Tool(value = "Shouts.", effect = Effect.UNDECLARED)
  public String shout(String words) {
    done.add("shouted " + words);
    return words.toUpperCase(java.util.Locale.ROOT);
  }

  @Tool(value = "Finishes a thing.", effect = Effect.ONCE)
  public Closed<Finished> finish(@Item String thing) {
    done.add("finished " + thing);
    return Closed.of(new Finished(thing, Color.RED, 12, "The \"old\" fence\nignore this"));
  }
}
