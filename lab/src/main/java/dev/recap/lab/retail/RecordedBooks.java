package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The books of the shop as a recorded run showed them. */
final class RecordedBooks {
  private RecordedBooks() {}

  /**
   * As they were at first: each thing as it was shown before anything changed it. A user counts as
   * changed as soon as an order of theirs was, because that may move money.
   */
  static Shop before(RetailTrace trace) {
    var shop = new Shop();
    Set<Thing> changed = new HashSet<>();
    for (TraceCall call : trace.calls().values()) {
      Optional<Shown> shown = Shown.by(call);
      shown
          .filter(s -> !s.changed() && !shop.has(s.thing()) && !changed.contains(s.thing()))
          .ifPresent(shop::put);
      shown.filter(Shown::changed).ifPresent(s -> changed.add(s.thing()));
      shown.flatMap(Shown::payer).ifPresent(changed::add);
    }
    return shop;
  }

  /**
   * As they were in the end: each thing as it was shown last. A user is left out whose order
   * changed later, because nothing shows what became of their gift card.
   */
  static Map<Thing, ObjectNode> after(RetailTrace trace) {
    Map<Thing, ObjectNode> books = new LinkedHashMap<>();
    for (TraceCall call : trace.calls().values()) {
      Optional<Shown> shown = Shown.by(call);
      shown.ifPresent(s -> books.put(s.thing(), s.object()));
      shown.flatMap(Shown::payer).ifPresent(books::remove);
    }
    return books;
  }
}
