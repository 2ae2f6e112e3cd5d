package dev.recap.jmh;

import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;

/** Tools that do next to nothing: things are handed out, painted, looked at and finished. */
final class Shop {
  record Finished(@Item String thing, int coats) {}

  private int next;

  @Tool(value = "Hands out the next thing.", effect = Effect.IDEMPOTENT)
  public Opened<String> nextThing() {
    next--;
    return Opened.of("T-" + next, Words.RESULT);
  }

  @Tool(value = "Paints a thing.", effect = Effect.IDEMPOTENT)
  public String paint(@Item String thing) {
    return Words.RESULT;
  }

  @Tool(value = "Looks at a thing.", effect = Effect.READ_ONLY)
  public String lookAt(@Item String thing) {
    return Words.RESULT;
  }

  @Tool(value = "Finishes a thing.", effect = Effect.ONCE)
  public Closed<Finished> finish(@Item String thing) {
    return Closed.of(new Finished(thing, 1));
  }

  @Tool(value = "Looks something up.", effect = Effect.READ_ONLY)
  public String lookUp(String thing) {
    return Words.RESULT;
  }
}
