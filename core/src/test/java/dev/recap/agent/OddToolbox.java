package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Somebody else's toolbox over tools of ours, which runs calls as a test wants. */
class OddToolbox implements Toolbox {
  private final Toolbox inner;
  private final Running running;

  /** How the calls are run, with the toolbox that could do it. */
  interface Running {
    void runAll(Toolbox inner, List<PreparedCall> calls, Consumer<ToolAnswer> answered);
  }

  OddToolbox(Toolbox inner, Running running) {
    this.inner = inner;
    this.running = running;
  }

  @Override
  public List<ToolSpec> specs() {
    return inner.specs();
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return inner.declaration(tool);
  }

  @Override
  public CheckedCall check(ToolCall call) {
    return inner.check(call);
  }

  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    running.runAll(inner, calls, answered);
  }
}
