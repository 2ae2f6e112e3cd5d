package dev.recap.lab.crashes;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Other tools, of which a defect changes what it wants to. */
class ToolboxOver implements Toolbox {
  final Toolbox inner;

  ToolboxOver(Toolbox inner) {
    this.inner = inner;
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
  public Duration longestCall() {
    return inner.longestCall();
  }

  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    inner.runAll(calls, answered);
  }

  @Override
  public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    return inner.findOut(call, way);
  }
}
