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
final class PerTicket implements Strategy {

  @Override
  public Played play(Bench bench) {
    Agent agent =
        Agent.builder(bench.model())
            .toolbox(bench.site().toolbox())
            .compaction(Compaction.none())
            .limits(Limits.turns(Strategy.mostTurns(bench.site())))
            .listener(bench.recording())
            .build();
    int conversations = 0;
    int items = bench.site().progress().items();
    while (!bench.site().progress().complete() && conversations < items) {
      workOnOneTicket(agent, bench);
      conversations++;
    }
    return bench.recording().ended("", conversations + " conversations");
  }

  private static void workOnOneTicket(Agent agent, Bench bench) {
    int completedBefore = bench.site().progress().completed();
    try (Run run = agent.start(bench.journals().get(), bench.site().words().task())) {
      for (Turn turn : run) {
        bench.recording().turn(turn);
        if (bench.site().progress().completed() > completedBefore) {
          break;
        }
      }
    }
  }
}
