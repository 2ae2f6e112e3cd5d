package dev.recap.simulator;

import java.util.ArrayList;
import java.util.List;

/** The exchanges of a server, if they are kept. Safe for use by several threads. */
final class ExchangeLog {
  private final boolean keep;
  private final List<RecordedExchange> exchanges = new ArrayList<>();

  ExchangeLog(boolean keep) {
    this.keep = keep;
  }

  synchronized void add(RecordedExchange exchange) {
    if (keep) {
      exchanges.add(exchange);
    }
  }

  synchronized List<RecordedExchange> all() {
    return List.copyOf(exchanges);
  }
}
