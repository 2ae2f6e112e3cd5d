package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Call.Step;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.LookUp;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.Optional;

/** The tools of the agent, one class for each way to declare them. */
final class PayTools {
  private static final long DAY = 86_400;

  private PayTools() {}

  /** What an invoice's closing leaves in its ledger line. */
  public record Closing(@Item String invoice, boolean closed) {}

  /** The tool under test, and the one that closes. */
  static Object[] of(Work work, Counter counter) {
    boolean key = work.proof() == Proof.KEY;
    Object pay =
        switch (work.effect()) {
          case ONCE -> key ? new OnceByKey(counter) : new Once(counter);
          case IDEMPOTENT -> key ? new RepeatableByKey(counter) : new Repeatable(counter);
          case READ_ONLY -> new Look(counter);
          case UNDECLARED ->
              throw new IllegalArgumentException("undeclared tools are not part of the experiment");
        };
    Object close =
        work.effect() == Effect.READ_ONLY
            ? new Close(counter)
            : switch (work.proof()) {
              case LOOK_UP, RECEIPT -> new CloseAndFinal(counter);
              case EARLY_LOOK_UP -> new CloseAndEarly(counter);
              case KEY, NONE -> new CloseAfterPaying(counter);
            };
    return new Object[] {pay, close};
  }

  record Once(Counter counter) {
    @Tool(value = "Pays an invoice.", effect = Effect.ONCE)
    public String pay(@Item String invoice, CallContext call) throws InterruptedException {
      return counter.serve(Step.PAY, invoice, call);
    }
  }

  record OnceByKey(Counter counter) {
    @Tool(value = "Pays an invoice.", effect = Effect.ONCE, keyHonouredSeconds = DAY)
    public String pay(@Item String invoice, CallContext call) throws InterruptedException {
      return counter.serve(Step.PAY, invoice, call);
    }
  }

  record Repeatable(Counter counter) {
    @Tool(value = "Sets an invoice to paid.", effect = Effect.IDEMPOTENT)
    public String pay(@Item String invoice, CallContext call) throws InterruptedException {
      return counter.serve(Step.PAY, invoice, call);
    }
  }

  record RepeatableByKey(Counter counter) {
    @Tool(value = "Sets an invoice to paid.", effect = Effect.IDEMPOTENT, keyHonouredSeconds = DAY)
    public String pay(@Item String invoice, CallContext call) throws InterruptedException {
      return counter.serve(Step.PAY, invoice, call);
    }
  }

  record Look(Counter counter) {
    @Tool(value = "Looks at an invoice.", effect = Effect.READ_ONLY)
    public String lookAt(@Item String invoice, CallContext call) throws InterruptedException {
      return counter.serve(Step.PAY, invoice, call);
    }
  }

  private static Closed<Closing> closed(Counter counter, String invoice, CallContext call)
      throws InterruptedException {
    counter.serve(Step.CLOSE, invoice, call);
    return Closed.of(new Closing(invoice, true));
  }

  record Close(Counter counter) {
    @Tool(value = "Closes an invoice.", effect = Effect.IDEMPOTENT)
    public Closed<Closing> close(@Item String invoice, CallContext call)
        throws InterruptedException {
      return closed(counter, invoice, call);
    }
  }

  record CloseAfterPaying(Counter counter) {
    @Tool(value = "Closes an invoice.", effect = Effect.IDEMPOTENT, requires = "pay")
    public Closed<Closing> close(@Item String invoice, CallContext call)
        throws InterruptedException {
      return closed(counter, invoice, call);
    }
  }

  record CloseAndFinal(Counter counter) {
    @Tool(value = "Closes an invoice.", effect = Effect.IDEMPOTENT, requires = "pay")
    public Closed<Closing> close(@Item String invoice, CallContext call)
        throws InterruptedException {
      return closed(counter, invoice, call);
    }

    @LookUp(value = "pay", notFoundIsFinal = true)
    public Optional<String> find(CallContext call) {
      return counter.find(call);
    }
  }

  record CloseAndEarly(Counter counter) {
    @Tool(value = "Closes an invoice.", effect = Effect.IDEMPOTENT, requires = "pay")
    public Closed<Closing> close(@Item String invoice, CallContext call)
        throws InterruptedException {
      return closed(counter, invoice, call);
    }

    @LookUp("pay")
    public Optional<String> find(CallContext call) {
      return counter.find(call);
    }
  }
}
