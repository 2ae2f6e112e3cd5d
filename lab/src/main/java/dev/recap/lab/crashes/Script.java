package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Call.Step;
import dev.recap.lab.crashes.Moment.Kind;
import java.util.ArrayList;
import java.util.List;

/** The moments of a conversation in which nothing breaks, as the documentation promises them. */
final class Script {
  private final Work work;
  private final List<Moment> moments = new ArrayList<>();

  private Script(Work work) {
    this.work = work;
  }

  /** In their order; those of opening the journal are left out. */
  static List<Moment> of(Work work) {
    var script = new Script(work);
    script.moments.add(Moment.of(Kind.START));
    int compactions = 0;
    for (List<Call> round : work.rounds()) {
      script.moments.add(Moment.of(Kind.INTENTION, round.getFirst()));
      script.calls(round);
      if (work.compacting() && round.getFirst().step() == Step.CLOSE) {
        script.moments.add(Moment.of(Kind.COMPACTION, ++compactions));
      }
    }
    script.moments.add(Moment.of(Kind.FINAL));
    script.moments.add(Moment.of(Kind.END));
    return List.copyOf(script.moments);
  }

  private void calls(List<Call> round) {
    if (work.isRead(round.getFirst())) {
      // What was only read goes on record together.
      round.forEach(this::effect);
      answer(round.getFirst());
    } else if (work.calls() == Calls.STAGGERED) {
      for (Call call : round) {
        effect(call);
        answer(call);
      }
    } else {
      round.forEach(this::effect);
      round.forEach(this::answer);
    }
  }

  private void effect(Call call) {
    moments.add(Moment.of(Kind.BEFORE_EFFECT, call));
    moments.add(Moment.of(Kind.AFTER_EFFECT, call));
  }

  private void answer(Call call) {
    moments.add(Moment.of(Kind.ANSWER, call));
  }
}
