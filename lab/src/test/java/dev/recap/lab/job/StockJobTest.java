package dev.recap.lab.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolCall;
import dev.recap.lab.count.ExecutedCall;
import dev.recap.tool.CallContext;
import dev.recap.tool.ToolFailure;
import dev.recap.work.IdempotencyKey;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StockJobTest {
  private static final String FIRST = "WH-1";
  private static final String SHORT = "SKU-102";

  private final Warehouses warehouses = new Warehouses(2);
  private final StockTools tools = new StockTools(warehouses);
  private int calls;

  private CallContext call(String tool) {
    return CallContext.of(
        "run", new IdempotencyKey(tool + ":key"), new ToolCall("call-" + ++calls, tool, "{}"));
  }

  private static void refused(ThrowingCallable work, String words) {
    Assertions.assertThatThrownBy(work).isInstanceOf(ToolFailure.class).hasMessageContaining(words);
  }

  private void countAll() {
    for (var line : tools.getNextWarehouse(call("get_next_warehouse")).value().shelves()) {
      int counted = tools.readScanner(FIRST, line.sku(), call("read_scanner")).counted();
      tools.recordCount(FIRST, line.sku(), counted, call("record_count"));
    }
  }

  @Test
  void oneWarehouseIsHandedOutUntilItIsSignedOff() {
    assertThat(tools.getNextWarehouse(call("get_next_warehouse")).item().key()).isEqualTo(FIRST);
    assertThat(tools.getNextWarehouse(call("get_next_warehouse")).item().key()).isEqualTo(FIRST);
  }

  @Test
  void whatWasNotHandedOutIsRefusedAndWrittenDown() {
    refused(() -> tools.signOff(FIRST, call("sign_off")), "no warehouse that was handed out");

    assertThat(warehouses.calls())
        .singleElement()
        .extracting(ExecutedCall::confirmed)
        .isEqualTo(false);
  }

  @Nested
  class AHandedOutWarehouse {
    @BeforeEach
    void handOut() {
      countAll();
    }

    @Test
    void hasOneSkuThatRanShort() {
      assertThat(warehouses.handedOut(FIRST).missing())
          .containsExactly("order_replenishment of " + SHORT);
    }

    @Test
    void isNotSignedOffWithoutTheOrder() {
      refused(() -> tools.signOff(FIRST, call("sign_off")), "order_replenishment of " + SHORT);
    }

    @Test
    void showsAnOrderThatWasPlacedTwice() {
      tools.orderReplenishment(FIRST, SHORT, 30, call("order_replenishment"));
      tools.orderReplenishment(FIRST, SHORT, 30, call("order_replenishment"));

      assertThat(warehouses.state().get(FIRST + " " + SHORT)).endsWith("ordered 30 + 30");
    }

    @Test
    void isClosedOnceNothingIsMissing() {
      tools.orderReplenishment(FIRST, SHORT, 30, call("order_replenishment"));
      tools.signOff(FIRST, call("sign_off"));

      assertThat(warehouses.signedOff()).isEqualTo(1);
      assertThat(tools.getNextWarehouse(call("get_next_warehouse")).item().key()).isEqualTo("WH-2");
    }

    @Test
    void keepsItsCountsOnceItIsClosed() {
      tools.orderReplenishment(FIRST, SHORT, 30, call("order_replenishment"));
      tools.signOff(FIRST, call("sign_off"));

      refused(() -> tools.recordCount(FIRST, SHORT, 1, call("record_count")), "is signed off");
    }
  }
}
