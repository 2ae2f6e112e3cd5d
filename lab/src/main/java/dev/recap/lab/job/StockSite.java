package dev.recap.lab.job;

import dev.recap.lab.count.CallRules;
import dev.recap.lab.count.ExecutedCall;
import dev.recap.lab.job.Site.Words;
import dev.recap.lab.play.Progress;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stock count that nobody has begun. */
final class StockSite implements Site {
  /** One to fetch, three of each kind for the SKUs, an order or two, one to sign off. */
  private static final int TURNS_A_WAREHOUSE = 13;

  private static final CallRules RULES =
      new CallRules(
          "get_next_warehouse",
          Set.of("record_count"),
          Set.of("order_replenishment", "sign_off"),
          List.of("record_count", "sign_off"),
          List.of("warehouse_id", "sku"));

  private final Warehouses warehouses;
  private final Toolbox toolbox;
  private final Words words;

  StockSite(Warehouses warehouses, Words words) {
    this.warehouses = warehouses;
    this.toolbox = Tools.of(new StockTools(warehouses));
    this.words = words;
  }

  @Override
  public Words words() {
    return words;
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Optional<String> waiting() {
    int waiting = warehouses.size() - warehouses.signedOff();
    return waiting == 0
        ? Optional.empty()
        : Optional.of("%d warehouses are waiting to be signed off".formatted(waiting));
  }

  @Override
  public Progress progress() {
    return new Progress(
        warehouses.signedOff(), warehouses.size(), TURNS_A_WAREHOUSE * warehouses.size() + 2);
  }

  @Override
  public CallRules rules() {
    return RULES;
  }

  @Override
  public List<ExecutedCall> calls() {
    return warehouses.calls();
  }

  @Override
  public Map<String, String> state() {
    return warehouses.state();
  }

  @Override
  public void close() {}
}
