package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.ToolFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the shop has on its books, as far as anybody has seen it: each thing as the object that its
 * look-up shows. The tools change the objects themselves. One thread at a time.
 */
final class Shop {
  private final Map<Thing, ObjectNode> books = new LinkedHashMap<>();

  /** Nobody has seen anything yet. */
  Shop() {}

  /** The books do not have what a rule needs, because nobody has seen it. */
  static final class NotSeen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final String thing;

    NotSeen(Thing thing) {
      super(thing + " was never seen", null, false, false);
      this.thing = thing.toString();
    }

    /** As a refusal to whoever asked. */
    ToolFailure refusal() {
      return ShopClerk.refusal(thing + " was never seen");
    }
  }

  /**
   * The object itself.
   *
   * @throws NotSeen when it is not on the books
   */
  ObjectNode get(Thing thing) {
    ObjectNode object = books.get(thing);
    if (object == null) {
      throw new NotSeen(thing);
    }
    return object;
  }

  boolean has(Thing thing) {
    return books.containsKey(thing);
  }

  /** Puts it on the books as it was shown; what stood there before is gone. */
  void put(Shown shown) {
    books.put(shown.thing(), shown.object().deepCopy());
  }

  /** All users that were seen. */
  List<Thing> users() {
    return books.keySet().stream().filter(thing -> thing.kind() == Thing.Kind.USER).toList();
  }

  /** The same books, which no longer change with these. */
  Shop copy() {
    var copy = new Shop();
    copy.books.putAll(state());
    return copy;
  }

  /** All of it as it is now. */
  Map<Thing, ObjectNode> state() {
    Map<Thing, ObjectNode> state = new LinkedHashMap<>();
    books.forEach((thing, object) -> state.put(thing, object.deepCopy()));
    return state;
  }
}
