package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.agent.Turn;
import dev.recap.compaction.Compaction;
import dev.recap.lab.retail.RetailTrace.Said;
import dev.recap.lab.scenario.Strike;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.testing.ScriptedModel;
import java.util.Map;

/** Plays one trace: the user and the model say what was recorded, the tools work on a new shop. */
final class RetailPlay {
  /** A threshold that no view reaches: compactions come by force alone. */
  private static final long NEVER = Long.MAX_VALUE;

  /** So large that every trace fits. */
  private static final int WINDOW = 1_000_000_000;

  private static final int CACHEABLE_MINIMUM = 1_024;

  private final RetailTrace trace;
  private final Strike strike;
  private final RetailWatch watch;
  private final Shop shop;
  private final ShopClerk clerk;
  private int requests;

  private RetailPlay(RetailTrace trace, Strike strike) {
    this.trace = trace;
    this.strike = strike;
    this.watch = new RetailWatch(trace);
    this.shop = RecordedBooks.before(trace);
    this.clerk = new ShopClerk(shop, trace);
  }

  /**
   * What came of it.
   *
   * @param broken why it did not get to the end of the trace; empty when it did
   */
  record Played(
      RetailWatch.Seen seen,
      ShopClerk.Counts counts,
      Map<Thing, ObjectNode> state,
      String broken) {}

  /** With the view left whole. */
  static Played whole(RetailTrace trace) {
    return new RetailPlay(trace, Strike.never()).play(Compaction.none());
  }

  /** With compactions forced, in which every stage of the ladder is attempted. */
  static Played struck(RetailTrace trace, Strike strike) {
    return new RetailPlay(trace, strike)
        .play(Compaction.atTokens(NEVER).summaryModel(new SaysLittle()));
  }

  private Played play(Compaction compaction) {
    String broken = converse(agent(compaction));
    return new Played(watch.seen(), clerk.counts(), shop.state(), broken);
  }

  private Agent agent(Compaction compaction) {
    var model =
        new ScriptedModel()
            .profile(new ModelProfile(trace.model(), WINDOW, CACHEABLE_MINIMUM, null));
    trace.said().stream()
        .flatMap(said -> said.replies().stream())
        .forEach((ModelReply reply) -> model.then(request -> reply));
    return Agent.builder(model)
        .instructions(trace.instructions())
        .tools(ShopTools.of(clerk))
        .compaction(compaction)
        .limits(Limits.turns(trace.requests() + 1))
        .listener(watch)
        .build();
  }

  private String converse(Agent agent) {
    Run run = null;
    try {
      for (Said said : trace.said()) {
        run = run == null ? agent.start(said.text()) : run.send(said.text());
        String broken = replies(run, said.replies().size());
        if (!broken.isEmpty()) {
          return broken;
        }
      }
      return "";
    } catch (AssertionError unfit) {
      // The scripted model was sent what no provider would take.
      return String.valueOf(unfit.getMessage());
    }
  }

  /** So many replies, or why there were fewer. The trace may end where tools have just answered. */
  private String replies(Run run, int many) {
    strikeBeforeNext(run);
    int left = many;
    for (Turn turn : run) {
      requests++;
      left--;
      if (left == 0) {
        return "";
      }
      if (!turn.reply().waitsForTools()) {
        break;
      }
      strikeBeforeNext(run);
    }
    return "request %d was not made: %s".formatted(requests + 1, run.result().name());
  }

  private void strikeBeforeNext(Run run) {
    if (strike.before(requests + 1)) {
      run.compact();
    }
  }
}
