package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.batch.Attempt;
import dev.recap.tool.batch.LateAnswers;
import dev.recap.tool.batch.ToolBatch;
import dev.recap.tool.binding.AnnotatedMethod;
import dev.recap.tool.binding.BoundLookUp;
import dev.recap.tool.binding.ReadyTool;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.WorkItem.Letters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The toolbox made of annotated methods on plain objects, and of foreign tools beside them. Calls
 * run on virtual threads, each under its time limit.
 */
public final class Tools implements Toolbox {
  private static final Logger LOG = LoggerFactory.getLogger(Tools.class);
  private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(60);

  private final Map<String, ReadyTool> tools;
  private final Map<String, BoundLookUp> lookUps;
  private final Duration timeout;
  private final Letters itemLetters;

  private Tools(Map<String, ReadyTool> tools, Map<String, BoundLookUp> lookUps, Duration timeout) {
    this.tools = tools;
    this.itemLetters =
        CombinedToolbox.itemLetters(tools.values().stream().map(ReadyTool::declaration));
    this.lookUps = lookUps;
    this.timeout = timeout;
  }

  /**
   * Collects the methods marked {@link Tool} of some objects, by name within each object, and the
   * look-ups declared beside them; and each {@link ForeignTool}. The specs stand in the order of
   * the objects.
   *
   * @throws IllegalArgumentException when two tools share a name, a closing tool requires a tool
   *     that does not exist, a look-up does not fit its tool, a method cannot be a tool, by what it
   *     takes, what it returns or where it stands, or a foreign tool's schema is no object's
   */
  public static Tools of(Object... owners) {
    Map<String, ReadyTool> tools = new LinkedHashMap<>();
    Map<String, BoundLookUp> lookUps = new LinkedHashMap<>();
    Stream.of(owners)
        .flatMap(owner -> toolsOf(owner).stream())
        .forEach(
            tool -> CombinedToolbox.add(tools, tool.spec().name(), tool, CombinedToolbox.TWICE));
    tools.values().forEach(tool -> checkRequirements(tool.declaration(), tools));
    for (Object owner : owners) {
      for (AnnotatedMethod method : AnnotatedMethod.of(owner, LookUp.class)) {
        var lookUp = BoundLookUp.of(method, tools);
        CombinedToolbox.add(
            lookUps, lookUp.tool(), lookUp, "a tool has one look-up, but '%s' has two");
      }
    }
    return new Tools(tools, lookUps, STANDARD_TIMEOUT);
  }

  private static List<ReadyTool> toolsOf(Object owner) {
    if (owner instanceof ForeignTool foreign) {
      return List.of(ReadyTool.of(foreign));
    }
    List<ReadyTool> tools =
        AnnotatedMethod.of(owner, Tool.class).stream().map(ReadyTool::of).toList();
    if (tools.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no public method marked @Tool".formatted(owner.getClass().getName()));
    }
    List<String> undeclared =
        tools.stream()
            .filter(tool -> tool.declaration().effect() == Effect.UNDECLARED)
            .map(tool -> tool.spec().name())
            .toList();
    if (!undeclared.isEmpty()) {
      LOG.warn(
          "what these tools do to the world is not declared, so their calls run in order and are"
              + " never repeated when unknown; say @Tool(effect = ...): {}",
          undeclared);
    }
    return tools;
  }

  private static void checkRequirements(ToolDeclaration declaration, Map<String, ReadyTool> tools) {
    if (declaration.role() instanceof ToolDeclaration.Role.Closes closes) {
      for (String required : closes.requires()) {
        ReadyTool needed = tools.get(required);
        if (needed == null || happensOnceForAll(needed.declaration())) {
          throw new IllegalArgumentException(
              "tool '%s' requires '%s', ".formatted(declaration.tool(), required)
                  + (needed == null
                      ? "but there are only " + tools.keySet()
                      : "which happens once in the whole journal: in the next opening it could not happen, and nothing could be closed"));
        }
      }
    }
  }

  private static boolean happensOnceForAll(ToolDeclaration tool) {
    Identity same = tool.identity();
    return tool.effect() == Effect.ONCE && (same.item() == null || same.scope() == Scope.JOURNAL);
  }

  /** The same tools under another standard time limit per call. */
  public Tools timeout(Duration perCall) {
    if (!perCall.isPositive()) {
      throw new IllegalArgumentException("a time limit must be positive, but was " + perCall);
    }
    return new Tools(tools, lookUps, perCall);
  }

  /**
   * The same tools, one of them described to the model in other words: where the words are data.
   *
   * @throws IllegalArgumentException when there is no such tool
   */
  public Tools described(String tool, String description) {
    return with(known(tool).described(description));
  }

  /**
   * The same tools, where closing requires others than {@link Tool#requires} says: where what an
   * item needs is data.
   *
   * @throws IllegalArgumentException when there is no such closing tool, or it requires one that
   *     does not exist
   */
  public Tools requires(String closing, List<String> required) {
    Tools others = with(known(closing).requires(required));
    checkRequirements(others.known(closing).declaration(), others.tools);
    return others;
  }

  private ReadyTool known(String tool) {
    ReadyTool known = tools.get(tool);
    if (known == null) {
      throw new IllegalArgumentException(
          "tool is '%s', but there are only %s".formatted(tool, tools.keySet()));
    }
    return known;
  }

  private Tools with(ReadyTool changed) {
    Map<String, ReadyTool> all = new LinkedHashMap<>(tools);
    all.put(changed.spec().name(), changed);
    return new Tools(all, lookUps, timeout);
  }

  @Override
  public List<ToolSpec> specs() {
    return tools.values().stream().map(ReadyTool::spec).toList();
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return Optional.ofNullable(tools.get(tool)).map(ReadyTool::declaration);
  }

  @Override
  public CheckedCall check(ToolCall call) {
    ReadyTool tool = tools.get(call.tool());
    if (tool == null) {
      return CombinedToolbox.unknown(call, specs());
    }
    try {
      return CheckedCall.of(call, tool.declaration(), tool.reader().apply(call.arguments()));
    } catch (IllegalArgumentException unfit) {
      return CheckedCall.refused(
          call, "%s was not called: %s".formatted(call.tool(), unfit.getMessage()));
    }
  }

  @Override
  public Duration longestCall() {
    return tools.values().stream()
        .map(tool -> tool.timeout(timeout))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    ToolBatch.run(
        calls.stream().map(call -> attempt(call, false)).toList(),
        answer -> answered.accept(answer.spelled(itemLetters)));
  }

  private Attempt attempt(PreparedCall call, boolean repeat) {
    ReadyTool tool = CombinedToolbox.known(tools, call);
    return new Attempt(
        tool,
        call.context(),
        tool.timeout(timeout),
        repeat,
        attempt -> {
          if (call.checked().complaint().isPresent()) {
            throw new ToolFailure(call.checked().complaint().get());
          }
          return tool.body()
              .run(call.checked().tree, call.context().running(attempt::effectBegins));
        });
  }

  @Override
  public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    ReadyTool tool = CombinedToolbox.known(tools, call);
    Optional<Attempt> before = LateAnswers.find(tool, call.context());
    if (before.isPresent() && before.get().answer().isEmpty()) {
      return Optional.empty();
    }
    Optional<ToolAnswer> said =
        switch (way) {
          case LATE_FINISH -> before.flatMap(Attempt::lateAnswer);
          case RECORDED -> Optional.empty();
          case LOOK_UP ->
              Optional.ofNullable(lookUps.get(call.call().tool()))
                  .flatMap(lookUp -> lookUp.ask(call.context(), tool.timeout(timeout)));
          case SENT_AGAIN -> {
            List<ToolAnswer> answers = new ArrayList<>();
            ToolBatch.run(List.of(attempt(call, true)), answers::add);
            yield answers.stream().findFirst();
          }
        };
    return said.map(answer -> answer.spelled(itemLetters));
  }
}
