package dev.recap.lab.crashes;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tools whose process may die while they run: then the loop gets no answer, and goes with it. Their
 * answers come in the order of the work's schedule, so that a scenario is the same each time.
 */
record MortalTools(Toolbox inner, World world, Life life, Turnstile turnstile) implements Toolbox {
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
    List<String> ids = calls.stream().map(call -> call.call().id()).toList();
    begin(calls.size());
    turnstile.begin(ids);
    if (world.work().calls() == Calls.PARALLEL) {
      List<ToolAnswer> all = new ArrayList<>();
      inner.runAll(calls, all::add);
      all.sort(Comparator.comparingInt(answer -> ids.indexOf(answer.callId())));
      all.forEach(answer -> hand(answer, answered));
    } else {
      inner.runAll(
          calls,
          answer -> {
            hand(answer, answered);
            turnstile.passed(answer.callId());
          });
    }
  }

  private void begin(int calls) {
    life.check();
    if (life.isReplaced()) {
      world.bank().begunTooLate(calls);
    }
  }

  private void hand(ToolAnswer answer, Consumer<ToolAnswer> answered) {
    life.check();
    answered.accept(answer);
  }

  @Override
  public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    if (way == Way.SENT_AGAIN) {
      begin(1);
    }
    Optional<ToolAnswer> said = inner.findOut(call, way);
    life.check();
    return said;
  }
}
