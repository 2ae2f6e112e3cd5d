package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.tool.ToolDeclaration;
import dev.recap.tool.Toolbox;
import dev.recap.work.Effect;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the calls of one reply into batches that run one after the other. Within a batch calls run
 * side by side: reads, and changes of different known items. A call that opens an item waits for
 * the earlier ones, and so does one of which nothing is declared.
 */
final class Batches {
  private final Toolbox toolbox;

  Batches(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  List<List<ToolCall>> of(List<ToolCall> calls) {
    List<List<ToolCall>> batches = new ArrayList<>();
    for (ToolCall call : calls) {
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

  private boolean sideBySide(ToolCall earlier, ToolCall later) {
    Optional<ToolDeclaration> a = toolbox.declaration(earlier.tool());
    Optional<ToolDeclaration> b = toolbox.declaration(later.tool());
    if (a.isEmpty() || b.isEmpty()) {
      return true;
    }
    if (staysInOrder(a.get()) || staysInOrder(b.get())) {
      return false;
    }
    boolean readsA = !a.get().effect().changes();
    boolean readsB = !b.get().effect().changes();
    Optional<WorkItem> itemOfA = item(a.get(), earlier);
    Optional<WorkItem> itemOfB = item(b.get(), later);
    // What a change without a known item touches is unknown; a read without one touches nothing.
    boolean elsewhere =
        !itemOfA.equals(itemOfB)
            && (readsA || itemOfA.isPresent())
            && (readsB || itemOfB.isPresent());
    return (readsA && readsB) || elsewhere;
  }

  /** Arguments that are not JSON name no item; the guard will answer such a call. */
  private Optional<WorkItem> item(ToolDeclaration tool, ToolCall call) {
    return toolbox.complaint(call).isPresent() ? Optional.empty() : tool.item(call.arguments());
  }

  private static boolean staysInOrder(ToolDeclaration tool) {
    return tool.role() instanceof ToolDeclaration.Role.Opens || tool.effect() == Effect.UNDECLARED;
  }
}
