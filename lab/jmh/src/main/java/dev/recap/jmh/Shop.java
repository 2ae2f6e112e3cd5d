package dev.recap.jmh;

import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;

/** Tools that do next to nothing: things are handed out, painted and finished. */
final class Shop {
  record Finished(@Item String thing, int coats) {}

  private int next;

  @Tool(value = "Hands out the next thing.", effect = Effect.IDEMPOTENT)
  public Opened<String> nextThing() {
    next++;
    return Opened.of("T-" + next, "a fence");
  }

  @Tool(value = "Paints a thing.", effect = Effect.IDEMPOTENT)
  public String paint(@Item String thing) {
    return thing + " is red";
  }

  @Tool(value = "Finishes a thing.", effect = Effect.ONCE)
  public Closed<Finished> finish(@Item String thing) {
    return Closed.of(new Finished(thing, 1));
  }

  @Tool(value = "Looks something up.", effect = Effect.READ_ONLY)
  public String lookUp(String words) {
    return Words.RESULT;
  }
}
