package dev.recap.agent;

import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.LookUp;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tools whose calls take as long as a test wants them to, and a book in which it stands afterwards
 * what they did.
 */
final class Bank {
  private static final int PATIENCE = 60;

  record Paid(@Item String order, int number) {}

  /** What happened, in order. */
  final List<String> done = Collections.synchronizedList(new ArrayList<>());

  /** Calls that take effect, by idempotency key: what a look-up finds. */
  final Map<String, Paid> book = Collections.synchronizedMap(new HashMap<>());

  /** A slow call goes on when this is open, whatever interrupts it. */
  final CountDownLatch gate = new CountDownLatch(1);

  private final CountDownLatch slowHasBegun = new CountDownLatch(1);
  private volatile Thread slow;
  boolean lookUpIsDown;

  @Tool(value = "Takes up an order.", effect = Effect.IDEMPOTENT, timeoutSeconds = PATIENCE)
  public Opened<String> takeUp(@Item String order) {
    return Opened.of(order, order + " is open");
  }

  @Tool(value = "Pays an order and closes it.", effect = Effect.ONCE, timeoutSeconds = PATIENCE)
  public Closed<Paid> pay(@Item String order, CallContext call) {
    var paid = new Paid(order, done.size() + 1);
    done.add("paid " + order);
    book.put(call.idempotencyKey(), paid);
    return Closed.of(paid);
  }

  @LookUp(value = "pay", notFoundIsFinal = true)
  public Optional<Closed<Paid>> findPayment(CallContext call) {
    if (lookUpIsDown) {
      throw new IllegalStateException("the book is not at hand");
    }
    return Optional.ofNullable(book.get(call.idempotencyKey())).map(Closed::of);
  }

  @Tool(value = "Wires money, which takes a while.", effect = Effect.ONCE)
  public String wire(@Item String order) {
    slow = Thread.currentThread();
    slowHasBegun.countDown();
    waitAtTheGate();
    if (order.startsWith("BAD")) {
      throw new ToolFailure("there is no such account");
    }
    if (order.startsWith("BROKEN")) {
      throw new IllegalStateException("the line broke");
    }
    done.add("wired " + order);
    return "wired:\n<b>all of it</b>";
  }

  /** Undeclared, so that it waits for the calls before it. */
  @Tool(
      value = "Waits until the wire has gone through.",
      effect = Effect.UNDECLARED,
      timeoutSeconds = PATIENCE)
  public String waitForWire() throws InterruptedException {
    theWireGoesThrough();
    return "it has";
  }

  void theWireGoesThrough() throws InterruptedException {
    if (!slowHasBegun.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the wire was never begun");
    }
    gate.countDown();
    slow.join();
  }

  private void waitAtTheGate() {
    boolean through = false;
    while (!through) {
      try {
        gate.await();
        through = true;
      } catch (InterruptedException ignoredAsSlowToolsDo) {
        done.add("interrupted");
      }
    }
  }
}
