package dev.recap.lab.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolCall;
import dev.recap.lab.count.CallEvent.Kind;
import dev.recap.tool.CallContext;
import dev.recap.work.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tool that does the same for several things of one item. */
class NamingTest {
  private static final CallRules RULES =
      new CallRules("open", Set.of("count"), Set.of(), List.of(), List.of("place", "thing"));

  private final List<ExecutedCall> rows = new ArrayList<>();

  private void counted(String thing, int value) {
    String arguments = "{\"place\":\"P-1\",\"thing\":\"%s\",\"value\":%d}".formatted(thing, value);
    var call =
        CallContext.of(
            "run",
            new IdempotencyKey("key"),
            new ToolCall("call-" + rows.size(), "count", arguments));
    rows.add(new ExecutedCall(call, "P-1", true));
  }

  private List<CallEvent> redone() {
    return new CallCounter(RULES, List.of(), rows).count(List.of(), List.of()).of(Kind.REDONE);
  }

  @Test
  void isNotRedoneForAnotherThing() {
    counted("a", 1);
    counted("b", 1);

    assertThat(redone()).isEmpty();
  }

  @Test
  void isRedoneForAThingThatStandsAlthoughAnotherCameBetween() {
    counted("a", 1);
    counted("b", 2);
    counted("a", 1);

    assertThat(redone()).hasSize(1);
  }

  @Test
  void isNotRedoneWithAnotherValue() {
    counted("a", 1);
    counted("a", 2);

    assertThat(redone()).isEmpty();
  }
}
