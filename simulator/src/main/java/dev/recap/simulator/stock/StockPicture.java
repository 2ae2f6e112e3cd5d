package dev.recap.simulator.stock;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.reader.Items;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Subject;
import dev.recap.simulator.wire.Message;
import java.util.List;

/** What a request says of warehouses, taken together: later statements override earlier ones. */
final class StockPicture {
  private static final Reader<StockStatement> READER =
      new Reader<>(text -> StockText.read(text, Subject.NOBODY), StockExchange::read);

  private final Items<WarehouseView> warehouses =
      new Items<>(WarehouseView::new, WarehouseView::close);
  private boolean noneLeft;

  private StockPicture(List<StockStatement> statements) {
    statements.forEach(this::apply);
  }

  /** What a system prompt and messages say to an agent of that mode. */
  static StockPicture of(String system, List<Message> messages, AgentMode mode) {
    return new StockPicture(READER.read(system, messages, mode));
  }

  /** The warehouses spoken of one by one, lowest number first. */
  List<WarehouseView> warehouses() {
    return warehouses.all().stream().filter(WarehouseView::known).toList();
  }

  List<WarehouseView> inProgress() {
    return warehouses().stream().filter(WarehouseView::inProgress).toList();
  }

  /** The stretches of warehouses said to be signed off as a whole. */
  List<Subject.Stretch> closedRanges() {
    return warehouses.closed();
  }

  boolean noneLeft() {
    return noneLeft;
  }

  boolean anything() {
    return !closedRanges().isEmpty() || !warehouses().isEmpty();
  }

  private void apply(StockStatement statement) {
    switch (statement) {
      case StockStatement.StepIs said -> {
        warehouses.at(said.warehouse()).set(said.step(), said.sku(), said.done());
        noneLeft &= said.step() != StockStep.FETCH;
      }
      case StockStatement.Closed said -> warehouses.close(said.warehouses());
      case StockStatement.Open said -> warehouses.at(said.warehouse()).open();
      case StockStatement.FigureIs said ->
          warehouses.at(said.warehouse()).figure(said.sku(), said.figure(), said.value());
      case StockStatement.Remark said -> warehouses.at(said.warehouse()).remark(said.words());
      case StockStatement.NoneLeft said -> noneLeft = said.none();
    }
  }
}
