package together;

import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bicycles to mend, one at a time, and what was done to them. */
public final class Workshop {
  public enum Part {
    BRAKE,
    CHAIN
  }

  public record Order(Part part, int pieces, Optional<LocalDate> needed) {}

  final List<String> done = new ArrayList<>();

  @Tool(value = "Hands out the next bicycle.", effect = Effect.IDEMPOTENT)
  public Opened<String> nextBicycle() {
    done.add("opened");
    return Opened.of("B-1", "a bicycle without brakes");
  }

  @Tool(value = "Mends a bicycle with new parts.", effect = Effect.IDEMPOTENT)
  public String mend(@Item String bicycle, List<Order> orders) {
    done.add("mended with " + orders);
    return "mended";
  }

  @Tool(value = "Gives a bicycle back.", effect = Effect.ONCE)
  public Closed<String> giveBack(@Item String bicycle) {
    done.add("given back");
    return Closed.of("given back");
  }
}
