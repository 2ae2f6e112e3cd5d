package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Call.Step;
import dev.recap.lab.crashes.Moment.Kind;
import dev.recap.tool.CallContext;
import java.util.Optional;

/** Where the tools of one life act: it may die, break or sleep there, before or after an effect. */
final class Counter {
  private final World world;
  private final Life life;
  private final Turnstile turnstile;

  Counter(World world, Life life, Turnstile turnstile) {
    this.world = world;
    this.life = life;
    this.turnstile = turnstile;
  }

  /** Has the effect of a call and gives its receipt. */
  String serve(Step step, String item, CallContext context) throws InterruptedException {
    turnstile.await(context.callId());
    Work work = world.work();
    Call call = Call.of(step, item);
    try {
      life.check();
      meet(Moment.of(Kind.BEFORE_EFFECT, call));
      boolean unique =
          step == Step.PAY && (work.proof() == Proof.RECEIPT || work.proof() == Proof.KEY);
      String receipt =
          work.isRead(call)
              ? "looked at " + item
              : world.bank().land(call, context.idempotencyKey(), unique);
      meet(Moment.of(Kind.AFTER_EFFECT, call));
      return receipt;
    } finally {
      if (life.isDead()) {
        turnstile.open();
      } else if (work.calls() == Calls.PARALLEL) {
        turnstile.passed(context.callId());
      }
    }
  }

  Optional<String> find(CallContext context) {
    life.check();
    return world.bank().find(context.idempotencyKey());
  }

  private void meet(Moment moment) {
    Optional<Blow> blow = world.fate().inTool(moment);
    if (blow.isPresent()) {
      switch (blow.get()) {
        case TOOL_DIES -> throw life.die(moment.toString());
        case TOOL_SLEEPS -> world.nap().sleep();
        default -> throw new IllegalStateException("the line broke");
      }
    }
  }
}
