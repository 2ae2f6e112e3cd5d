package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.work.IdempotencyKey;
import java.util.Optional;

/** Calls for the tests of this package; single quotes stand for double ones. */
final class Fixture {
  private Fixture() {}

  static ToolCall call(String tool, String arguments) {
    return new ToolCall("call-" + tool, tool, arguments.replace('\'', '"'));
  }

  static Optional<String> complaint(Toolbox tools, ToolCall call) {
    return tools.check(call).complaint();
  }

  static PreparedCall prepared(Toolbox tools, String tool, String arguments) {
    return prepared(tools, call(tool, arguments));
  }

  static PreparedCall prepared(Toolbox tools, ToolCall call) {
    CheckedCall checked = tools.check(call);
    var key = new IdempotencyKey(call.tool() + ":key");
    return new PreparedCall(checked, CallContext.of("run-1", key, checked.spelled()));
  }
}
