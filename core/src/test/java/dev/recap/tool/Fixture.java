package dev.recap.tool;

import dev.recap.conversation.ToolCall;

/** Calls for the tests of this package; single quotes stand for double ones. */
final class Fixture {
  private Fixture() {}

  static ToolCall call(String tool, String arguments) {
    return new ToolCall("call-" + tool, tool, arguments.replace('\'', '"'));
  }

  static PreparedCall prepared(String tool, String arguments) {
    ToolCall call = call(tool, arguments);
    return new PreparedCall(
        call,
        new CallContext(
            "run-1", call.id(), tool + ":key", tool, CanonicalJson.of(call.arguments())));
  }
}
