package dev.recap.lab.scenario;

import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.agent.Turn;
import dev.recap.compaction.Compaction;

/**
 * A new conversation for each ticket, left as soon as the ticket is completed. Nothing is carried
 * over, so there is no closing account either.
 */
final class FreshConversations implements Strategy {

  @Override
  public Played play(Bench bench) {
    Agent agent =
        Agent.builder(bench.model())
            .toolbox(bench.toolbox())
            .compaction(Compaction.none())
            .limits(Limits.turns(Strategy.mostTurns(bench)))
            .listener(bench.recording())
            .build();
    int conversations = 0;
    while (bench.store().counts().completed() < bench.total() && conversations < bench.total()) {
      workOnOneTicket(agent, bench);
      conversations++;
    }
    return bench.recording().ended("", conversations + " conversations");
  }

  private static void workOnOneTicket(Agent agent, Bench bench) {
    int completedBefore = bench.store().counts().completed();
    try (Run run = agent.start(bench.texts().task())) {
      for (Turn turn : run) {
        bench.recording().turn(turn);
        if (bench.store().counts().completed() > completedBefore) {
          break;
        }
      }
    }
  }
}
