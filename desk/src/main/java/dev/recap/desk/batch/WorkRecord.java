package dev.recap.desk.batch;

import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.Waiting;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.model.ModelProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the journal of one conversation says of a batch: a projection of its entries. */
final class WorkRecord {
  private final String model;
  private final Function<String, ModelProfile> profiles;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private Runs runs = Runs.NONE;
  private Spent spent = Spent.NOTHING;
  private Ledger ledger = Ledger.empty();
  private int turns;

  private WorkRecord(String model, Function<String, ModelProfile> profiles) {
    this.model = model;
    this.profiles = profiles;
  }

  /** Reads it all. */
  static WorkRecord of(
      Consumer<Consumer<Entry>> journal, String model, Function<String, ModelProfile> profiles) {
    var record = new WorkRecord(model, profiles);
    journal.accept(record::take);
    return record;
  }

  private void take(Entry entry) {
    runs = runs.after(entry);
    spent = spent.plus(entry, model, profiles);
    ledger = ledger.after(entry);
    if (entry instanceof Replied) {
      turns++;
    } else if (entry instanceof Waiting call) {
      waiting.put(call.callId(), call);
    } else if (entry instanceof Decided decided) {
      waiting.remove(decided.callId());
    } else if (entry instanceof Answered answered) {
      waiting.remove(answered.callId());
    }
  }

  Runs runs() {
    return runs;
  }

  Spent spent() {
    return spent;
  }

  int turns() {
    return turns;
  }

  /** Calls that wait for a person's yes, as tool and arguments. */
  List<String> approvals() {
    return waiting.values().stream().map(call -> call.tool() + " " + call.arguments()).toList();
  }

  /** Calls of which nobody knows what became of them, by tool and idempotency key. */
  List<String> unknown() {
    return ledger.unsettled().stream()
        .filter(LedgerEffect::blocks)
        .map(effect -> effect.call().tool() + " " + effect.key().value())
        .toList();
  }
}
