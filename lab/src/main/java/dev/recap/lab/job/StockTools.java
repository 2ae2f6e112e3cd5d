package dev.recap.lab.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.lab.job.Warehouses.Shelf;
import dev.recap.lab.job.Warehouses.Warehouse;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Opened;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The six tools of a stock count. */
public final class StockTools {
  private static final String ID = "Such as WH-1.";
  private static final String SKU = "Such as SKU-101.";

  private final Warehouses warehouses;

  StockTools(Warehouses warehouses) {
    this.warehouses = warehouses;
  }

  @Tool(
      value =
          "Fetches the next warehouse, or the one you are still working on, with what is expected"
              + " on its shelves. When none is left it gives an error with the counts.",
      effect = Effect.IDEMPOTENT)
  public Opened<WarehouseRecord> getNextWarehouse(CallContext call) {
    return warehouses.call(
        call,
        null,
        all -> {
          Warehouse next = all.next().orElseThrow(() -> noneLeft(all));
          return Opened.of(next.id(), WarehouseRecord.of(next));
        });
  }

  @Tool(
      value = "Looks up when a SKU was last delivered to a warehouse, and how many came.",
      effect = Effect.READ_ONLY)
  public Delivery lastDelivery(
      @Item @Param(ID) String warehouseId, @Param(SKU) String sku, CallContext call) {
    return warehouses.call(
        call,
        warehouseId,
        all -> {
          Shelf shelf = all.shelf(warehouseId, sku);
          String day = "2026-10-%02d".formatted(1 + shelf.expected() % 28);
          return new Delivery(warehouseId, sku, day, shelf.expected() - shelf.minimum());
        });
  }

  @Tool(
      value = "Reads from the scanner how many of a SKU lie in a warehouse.",
      effect = Effect.READ_ONLY)
  public Reading readScanner(
      @Item @Param(ID) String warehouseId, @Param(SKU) String sku, CallContext call) {
    return warehouses.call(
        call,
        warehouseId,
        all -> new Reading(warehouseId, sku, all.shelf(warehouseId, sku).lying()));
  }

  @Tool(
      value = "Records how many of a SKU were counted in a warehouse.",
      effect = Effect.IDEMPOTENT)
  public Count recordCount(
      @Item @Param(ID) String warehouseId,
      @Key @Param(SKU) String sku,
      @Param("As the scanner reads.") int count,
      CallContext call) {
    return warehouses.call(
        call,
        warehouseId,
        all -> {
          Shelf shelf = all.shelf(warehouseId, sku);
          if (all.handedOut(warehouseId).signedOff()) {
            throw new ToolFailure(warehouseId + " is signed off; its counts stand");
          }
          shelf.record(count);
          return new Count(true, warehouseId, sku, count, shelf.isShort());
        });
  }

  /** Refuses nothing but what is not there: a repeat that gets through orders twice. */
  @Tool(
      value =
          "Orders more of a SKU for a warehouse, at once and for good. Once for each SKU that lies"
              + " below its minimum.",
      effect = Effect.ONCE)
  public Order orderReplenishment(
      @Item @Param(ID) String warehouseId,
      @Key @Param(SKU) String sku,
      @Param("What is expected, less what was counted.") int quantity,
      CallContext call) {
    return warehouses.call(
        call,
        warehouseId,
        all -> {
          all.shelf(warehouseId, sku).order(quantity);
          return new Order(true, warehouseId, sku, quantity);
        });
  }

  @Tool(
      value =
          "Signs a warehouse off. Refused, naming what is missing, until every SKU is counted and"
              + " those below their minimum are ordered.",
      effect = Effect.ONCE,
      requires = "record_count")
  public Closed<SignOff> signOff(@Item @Param(ID) String warehouseId, CallContext call) {
    return warehouses.call(
        call,
        warehouseId,
        all -> {
          Warehouse warehouse = all.handedOut(warehouseId);
          List<String> missing = warehouse.missing();
          if (!missing.isEmpty()) {
            throw new ToolFailure(
                "%s cannot be signed off yet. Still to do: %s."
                    .formatted(warehouseId, String.join(", ", missing)));
          }
          all.signOff(warehouse);
          return Closed.of(SignOff.of(warehouse));
        });
  }

  private static ToolFailure noneLeft(Warehouses all) {
    return new ToolFailure(
        "{\"error\":\"no warehouse is left to count\",\"signed_off\":%d,\"total\":%d}"
            .formatted(all.signedOff(), all.size()));
  }

  /**
   * What the agent is shown of a warehouse.
   *
   * @param remark the manager's own words
   */
  public record WarehouseRecord(String id, List<Line> shelves, String remark, String status) {
    public WarehouseRecord {
      shelves = List.copyOf(shelves);
    }

    static WarehouseRecord of(Warehouse warehouse) {
      List<Line> lines =
          warehouse.shelves().entrySet().stream()
              .map(shelf -> Line.of(shelf.getKey(), shelf.getValue()))
              .toList();
      return new WarehouseRecord(
          warehouse.id(), lines, warehouse.remark(), warehouse.signedOff() ? "signed_off" : "open");
    }
  }

  /**
   * A SKU on its shelf.
   *
   * @param counted null until a count is recorded
   * @param ordered units on order; null until some are
   */
  public record Line(
      String sku, int expected, int minimum, @Nullable Integer counted, @Nullable Integer ordered) {
    static Line of(String sku, Shelf shelf) {
      List<Integer> orders = shelf.orders();
      return new Line(
          sku,
          shelf.expected(),
          shelf.minimum(),
          shelf.recorded(),
          orders.isEmpty() ? null : orders.stream().mapToInt(Integer::intValue).sum());
    }
  }

  /** The last delivery of a SKU. */
  public record Delivery(
      @JsonProperty("warehouse_id") String warehouseId,
      String sku,
      @JsonProperty("delivered_on") String deliveredOn,
      int quantity) {}

  /** What the scanner reads. */
  public record Reading(
      @JsonProperty("warehouse_id") String warehouseId, String sku, int counted) {}

  /** A count that stands. */
  public record Count(
      boolean success,
      @JsonProperty("warehouse_id") String warehouseId,
      String sku,
      int count,
      @JsonProperty("below_minimum") boolean belowMinimum) {}

  /** An order that was placed. */
  public record Order(
      boolean success,
      @JsonProperty("warehouse_id") String warehouseId,
      String sku,
      int quantity) {}

  /** What the ledger keeps of a warehouse. */
  public record SignOff(
      @Item @JsonProperty("warehouse_id") String warehouseId, int skus, int units, int orders) {
    static SignOff of(Warehouse warehouse) {
      int units = 0;
      int orders = 0;
      for (Shelf shelf : warehouse.shelves().values()) {
        Integer recorded = shelf.recorded();
        units += recorded == null ? 0 : recorded;
        orders += shelf.orders().size();
      }
      return new SignOff(warehouse.id(), warehouse.shelves().size(), units, orders);
    }
  }
}
