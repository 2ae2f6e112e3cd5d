package dev.recap.desk.shift;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Made;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.shift.Shifts.Order;
import dev.recap.desk.shift.Shifts.Place;
import dev.recap.desk.shift.UnfitOrderException.Part;
import java.time.InstantSource;
import java.util.List;

/** Looks at what a person wants done, and puts it on record. Safe for many threads. */
record Orders(Place place, InstantSource clock) {

  /**
   * Puts an order on record, after its tickets were picked under the same id: the same again after
   * a death in between picks the same.
   *
   * @throws UnfitOrderException when it cannot be carried out
   */
  void put(Order order, String id) {
    check(order);
    String lot = order.tickets().isEmpty() ? null : id;
    if (lot != null) {
      pick(order.tickets(), lot);
    }
    if (place.tickets().counts(lot).waiting() == 0) {
      throw new UnfitOrderException(Part.TICKETS, "no ticket of these waits for the agent");
    }
    var settings = new Settings(place.desk(), order.model(), order.way(), order.threshold(), 1);
    place.batches().order(id, new Made(clock.instant(), order.by()), settings, order.budget());
  }

  private void check(Order order) {
    List<String> models = place.models().names();
    if (!models.contains(order.model())) {
      throw new UnfitOrderException(
          Part.MODEL, "model is '%s', but must be one of %s".formatted(order.model(), models));
    }
    if (!place.models().isSimulated(order.model()) && order.budget().equals(Budget.NONE)) {
      throw new UnfitOrderException(
          Part.DOLLARS,
          "dollars is missing: model '%s' costs money, so say how much it may be"
              .formatted(order.model()));
    }
  }

  private void pick(List<String> tickets, String lot) {
    place
        .tickets()
        .besides(handle -> {
          var picked =
              handle.prepareBatch(
                  "update ticket set lot = :lot where name = :name and status = 'new'");
          tickets.forEach(name -> picked.bind("lot", lot).bind("name", name).add());
          return picked.execute();
        });
  }
}
