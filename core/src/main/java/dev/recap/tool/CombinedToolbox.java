package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
  public Optional<String> complaint(ToolCall call) {
    return owner(call.tool()).complaint(call);
  }

  @Override
  public List<ToolAnswer> runAll(List<PreparedCall> calls) {
    Map<Toolbox, List<PreparedCall>> shares = new LinkedHashMap<>();
    for (PreparedCall call : calls) {
      shares.computeIfAbsent(owner(call.call().tool()), owner -> new ArrayList<>()).add(call);
    }
    Map<String, ToolAnswer> answers = new HashMap<>();
    shares.forEach((owner, share) ->
        runShare(owner, share).forEach(answer -> answers.put(answer.callId(), answer)));
    return calls.stream()
        .map(call -> Objects.requireNonNull(answers.get(call.call().id()), call.call().id()))
        .toList();
  }

  /** What has not begun when the thread is interrupted never begins, so it surely did nothing. */
  private static List<ToolAnswer> runShare(Toolbox owner, List<PreparedCall> share) {
    return Thread.currentThread().isInterrupted()
        ? share.stream().map(CombinedToolbox::notBegun).toList()
        : owner.runAll(share);
  }

  private static ToolAnswer notBegun(PreparedCall call) {
    return ToolAnswer.failed(
        call.call().id(), call.call().tool() + " was not executed: the run was cancelled.");
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

  private Toolbox owner(String tool) {
    return Objects.requireNonNull(owners.get(tool), () -> "no tool is named '" + tool + "'");
  }
}
