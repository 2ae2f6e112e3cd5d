package dev.recap.agent;

import dev.recap.tool.CheckedCall;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts the calls of one reply into batches that run one after the other. Within a batch calls run
 * side by side: reads, and changes of different known items. A call that opens an item waits for
 * the earlier ones, and so does one of which nothing is declared.
 */
final class Batches {
  private Batches() {}

  static List<List<CheckedCall>> of(List<CheckedCall> calls) {
    List<List<CheckedCall>> batches = new ArrayList<>();
    for (CheckedCall call : calls) {
      boolean joins =
          !batches.isEmpty()
              && batches.getLast().stream().allMatch(earlier -> sideBySide(earlier, call));
      if (!joins) {
        batches.add(new ArrayList<>());
      }
      batches.getLast().add(call);
    }
    return batches;
  }

  private static boolean sideBySide(CheckedCall a, CheckedCall b) {
    if (a.tool().isEmpty() || b.tool().isEmpty()) {
      return true;
    }
    boolean bothRead = reads(a) && reads(b);
    // What a change without a known item touches is unknown; a read without one touches nothing.
    boolean elsewhere =
        !a.item().equals(b.item())
            && Stream.of(a, b).allMatch(call -> reads(call) || call.item().isPresent());
    return (bothRead || elsewhere) && Stream.of(a, b).noneMatch(Batches::staysInOrder);
  }

  private static boolean reads(CheckedCall call) {
    return !call.tool().orElseThrow().effect().changes();
  }

  private static boolean staysInOrder(CheckedCall call) {
    ToolDeclaration tool = call.tool().orElseThrow();
    return tool.role() instanceof ToolDeclaration.Role.Opens || tool.effect() == Effect.UNDECLARED;
  }
}
