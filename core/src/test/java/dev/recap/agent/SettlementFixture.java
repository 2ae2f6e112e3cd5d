package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;

import dev.recap.compaction.Compaction;
import dev.recap.ledger.LedgerEffect;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tools;
import java.time.Duration;

/** Runs in which nobody knows whether a call took effect. */
abstract class SettlementFixture {
  final Bank bank = new Bank();
  final Replies ok = Replies.saying("Ok.");

  Agent agent(ScriptedModel model) {
    return Agent.builder(model)
        .toolbox(Tools.of(bank).timeout(Duration.ofMillis(300)))
        .compaction(Compaction.none())
        .pauseAtOnce()
        .build();
  }

  static Replies wires(String order) {
    return calls("wire", "{'order':'%s'}".formatted(order));
  }

  static Replies pays(String order) {
    return calls("pay", "{'order':'%s'}".formatted(order));
  }

  static LedgerEffect unsettled(RunResult result) {
    return ((RunResult.UnsettledEffect) result).effects().getFirst();
  }
}
