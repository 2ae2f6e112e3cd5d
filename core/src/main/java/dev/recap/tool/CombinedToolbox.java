package dev.recap.tool;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.work.WorkItem.Letters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Several toolboxes as one. The specs stand in the order of the toolboxes; each call goes to the
 * toolbox that has its tool. Calls of one toolbox run side by side, those of the next one after
 * them.
 */
final class CombinedToolbox implements Toolbox {
  static final String TWICE = "tool names must be unique, but there are two named '%s'";

  private final List<ToolSpec> specs = new ArrayList<>();
  private final Map<String, Toolbox> owners = new HashMap<>();

  CombinedToolbox(List<Toolbox> toolboxes) {
    for (Toolbox toolbox : toolboxes) {
      for (ToolSpec spec : toolbox.specs()) {
        specs.add(spec);
        add(owners, spec.name(), toolbox, TWICE);
      }
    }
    itemLetters(specs.stream().flatMap(spec -> declaration(spec.name()).stream()));
  }

  /** Adds what a name may have only once. */
  static <T> void add(Map<String, T> all, String name, T one, String twice) {
    if (all.put(name, one) != null) {
      throw new IllegalArgumentException(twice.formatted(name));
    }
  }

  /** Items are the same for all tools, so they are spelled alike. */
  static Letters itemLetters(Stream<ToolDeclaration> tools) {
    Map<Letters, String> said = new LinkedHashMap<>();
    tools
        .filter(tool -> tool.identity().item() != null)
        .forEach(tool ->
            said.putIfAbsent(tool.identity().letters().get(tool.identity().item()), tool.tool()));
    if (said.size() > 1) {
      throw new IllegalArgumentException(
          "the tools of a toolbox spell their @Item alike, but these differ: " + said);
    }
    return said.keySet().stream().findFirst().orElse(Letters.AS_WRITTEN);
  }

  static <T> T known(Map<String, T> tools, PreparedCall call) {
    String name = call.call().tool();
    return Objects.requireNonNull(tools.get(name), () -> "no tool is named '" + name + "'");
  }

  static CheckedCall unknown(ToolCall call, List<ToolSpec> specs) {
    String names = specs.stream().map(ToolSpec::name).collect(joining(", "));
    return CheckedCall.refused(
        call, "There is no tool named '%s'. There are: %s.".formatted(call.tool(), names));
  }

  @Override
  public List<ToolSpec> specs() {
    return List.copyOf(specs);
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return Optional.ofNullable(owners.get(tool)).flatMap(owner -> owner.declaration(tool));
  }

  @Override
  public CheckedCall check(ToolCall call) {
    Toolbox owner = owners.get(call.tool());
    return owner == null ? unknown(call, specs) : owner.check(call);
  }

  @Override
  public Duration longestCall() {
    return owners.values().stream()
        .map(Toolbox::longestCall)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** One that throws does not keep the others from running: what it throws comes at the end. */
  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    Map<Toolbox, List<PreparedCall>> shares =
        calls.stream()
            .collect(groupingBy(call -> known(owners, call), LinkedHashMap::new, toList()));
    List<Throwable> broken = new ArrayList<>();
    shares.forEach((owner, share) -> {
      try {
        // What has not begun when the thread is interrupted never begins: it surely did nothing.
        if (Thread.currentThread().isInterrupted()) {
          share.forEach(call -> answered.accept(notBegun(call.call())));
        } else {
          owner.runAll(share, answered);
        }
      } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
        broken.add(thrown);
      }
    });
    if (!broken.isEmpty()) {
      var failure = new IllegalStateException("a toolbox broke down");
      broken.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private static ToolAnswer notBegun(ToolCall call) {
    return ToolAnswer.failed(call.id(), call.tool() + " was not executed: the run was cancelled.");
  }

  @Override
  public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    return known(owners, call).findOut(call, way);
  }
}
