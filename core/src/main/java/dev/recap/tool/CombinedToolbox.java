package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Several toolboxes as one. The specs stand in the order of the toolboxes; each call goes to the
 * toolbox that has its tool. Calls of one toolbox run side by side, those of the next one after
 * them.
 */
final class CombinedToolbox implements Toolbox {
  private final List<ToolSpec> specs;
  private final Map<String, Toolbox> owners;

  CombinedToolbox(List<Toolbox> toolboxes) {
    List<ToolSpec> all = new ArrayList<>();
    Map<String, Toolbox> byName = new LinkedHashMap<>();
    for (Toolbox toolbox : toolboxes) {
      for (ToolSpec spec : toolbox.specs()) {
        all.add(spec);
        if (byName.put(spec.name(), toolbox) != null) {
          throw new IllegalArgumentException(
              "tool names must be unique, but there are two named '%s'".formatted(spec.name()));
        }
      }
    }
    this.specs = List.copyOf(all);
    Tools.itemLetters(
        toolboxes.stream()
            .flatMap(box -> box.specs().stream().flatMap(s -> box.declaration(s.name()).stream())));
    this.owners = byName;
  }

  @Override
  public List<ToolSpec> specs() {
    return specs;
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return Optional.ofNullable(owners.get(tool)).flatMap(owner -> owner.declaration(tool));
  }

  @Override
  public CheckedCall check(ToolCall call) {
    Toolbox owner = owners.get(call.tool());
    return owner == null ? Tools.unknown(call, specs) : owner.check(call);
  }

  /** One that throws does not keep the others from running: what it throws comes at the end. */
  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    Map<Toolbox, List<PreparedCall>> shares = new LinkedHashMap<>();
    for (PreparedCall call : calls) {
      shares.computeIfAbsent(owner(call.call().tool()), owner -> new ArrayList<>()).add(call);
    }
    List<Throwable> broken = new ArrayList<>();
    shares.forEach((owner, share) -> {
      try {
        runShare(owner, share, answered);
      } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
        broken.add(thrown);
      }
    });
    if (!broken.isEmpty()) {
      var first = new IllegalStateException("a toolbox broke down", broken.removeFirst());
      broken.forEach(first::addSuppressed);
      throw first;
    }
  }

  /** What has not begun when the thread is interrupted never begins, so it surely did nothing. */
  private static void runShare(
      Toolbox owner, List<PreparedCall> share, Consumer<ToolAnswer> answered) {
    if (Thread.currentThread().isInterrupted()) {
      share.forEach(call -> answered.accept(notBegun(call)));
    } else {
      owner.runAll(share, answered);
    }
  }

  private static ToolAnswer notBegun(PreparedCall call) {
    String text = call.call().tool() + " was not executed: the run was cancelled.";
    return new ToolAnswer(call.call().id(), text, Outcome.FAILED, null);
  }

  @Override
  public Optional<ToolAnswer> finishedLate(PreparedCall call) {
    return Optional.ofNullable(owners.get(call.call().tool()))
        .flatMap(owner -> owner.finishedLate(call));
  }

  @Override
  public Optional<ToolAnswer> lookUp(PreparedCall call) {
    return Optional.ofNullable(owners.get(call.call().tool())).flatMap(owner -> owner.lookUp(call));
  }

  @Override
  public Optional<ToolAnswer> sendAgain(PreparedCall call) {
    return Optional.ofNullable(owners.get(call.call().tool()))
        .flatMap(owner -> owner.sendAgain(call));
  }

  private Toolbox owner(String tool) {
    return Objects.requireNonNull(owners.get(tool), () -> "no tool is named '" + tool + "'");
  }
}
