package dev.recap.tool;

import dev.recap.work.Outcome;

/** The answer to a call that did not come to an answer of its own: what may have happened. */
final class Ending {
  private final PreparedCall call;
  private final ReadyTool tool;
  private final Attempt attempt;

  Ending(PreparedCall call, ReadyTool tool, Attempt attempt) {
    this.call = call;
    this.tool = tool;
    this.attempt = attempt;
  }

  /** The tool threw this. */
  ToolAnswer thrown(Throwable thrown) {
    String said = message(thrown);
    if (thrown instanceof ToolFailure) {
      return failed(said);
    }
    return tool.nothingHappened(thrown) || !attempt.mayHaveHappened(tool.saysWhenItBegins())
        ? failed("%s failed: %s".formatted(name(), said))
        : unclear(
            "%s broke off: %s".formatted(name(), said), "%s failed: %s".formatted(name(), said));
  }

  /** What an exception says; of one that cannot even say that, its name. */
  static String message(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    try {
      return thrown.getMessage() == null ? name : thrown.getMessage();
    } catch (RuntimeException | Error broken) {
      return name;
    }
  }

  /** Nobody waits for it any longer. */
  ToolAnswer givenUp(String what) {
    if (!attempt.mayHaveHappened(tool.saysWhenItBegins())) {
      return failed(
          "%s %s before it had begun; it was not executed and may be called again."
              .formatted(name(), what));
    }
    String text = "%s %s".formatted(name(), what);
    return tool.declaration().effect().changes()
        ? unclear(text, text)
        : failed(text + "; it changes nothing and may be called again.");
  }

  private ToolAnswer unclear(String ofChange, String ofRead) {
    return switch (tool.declaration().effect()) {
      case READ_ONLY -> failed(ofRead);
      case IDEMPOTENT -> unknown(ofChange + ". It may have taken effect, and may be called again.");
      case ONCE, UNDECLARED ->
          unknown(
              ofChange
                  + ". Nobody knows yet whether it took effect; it must not be tried again blindly.");
    };
  }

  private String name() {
    return tool.spec().name();
  }

  private ToolAnswer failed(String text) {
    return new ToolAnswer(call.call().id(), text, Outcome.FAILED, null);
  }

  private ToolAnswer unknown(String text) {
    return new ToolAnswer(call.call().id(), text, Outcome.UNKNOWN, null);
  }
}
