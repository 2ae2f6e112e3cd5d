package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.work.Effect;
import dev.recap.work.Letters;
import dev.recap.work.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
  private final LateAnswers late = LateAnswers.OF_THIS_PROCESS;

  private Tools(Map<String, ReadyTool> tools, Map<String, BoundLookUp> lookUps, Duration timeout) {
    this.tools = tools;
    this.itemLetters = itemLetters(tools.values().stream().map(ReadyTool::declaration));
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
    for (Object owner : owners) {
      if (owner instanceof ForeignTool foreign) {
        add(new BoundForeignTool(foreign), tools);
      } else {
        annotated(owner).forEach(method -> add(new BoundTool(method), tools));
      }
    }
    tools.values().forEach(tool -> checkRequirements(tool.declaration(), tools));
    Map<String, BoundLookUp> lookUps = new LinkedHashMap<>();
    for (Object owner : owners) {
      for (AnnotatedMethod method : AnnotatedMethod.of(owner, LookUp.class)) {
        add(new BoundLookUp(method), lookUps, tools);
      }
    }
    sayUndeclared(tools.values());
    return new Tools(tools, lookUps, STANDARD_TIMEOUT);
  }

  private static void add(ReadyTool tool, Map<String, ReadyTool> tools) {
    if (tools.put(tool.spec().name(), tool) != null) {
      throw new IllegalArgumentException(
          "tool names must be unique, but there are two named '%s'".formatted(tool.spec().name()));
    }
  }

  private static void add(
      BoundLookUp lookUp, Map<String, BoundLookUp> lookUps, Map<String, ReadyTool> tools) {
    if (!(tools.get(lookUp.tool()) instanceof BoundTool tool)) {
      throw new IllegalArgumentException(
          "there is a look-up of tool '%s', but there are only %s"
              .formatted(lookUp.tool(), tools.keySet()));
    }
    lookUp.checkAgainst(tool);
    if (lookUps.put(lookUp.tool(), lookUp) != null) {
      throw new IllegalArgumentException(
          "a tool has one look-up, but '%s' has two".formatted(lookUp.tool()));
    }
  }

  /** Items are the same for all tools, so they are spelled alike. */
  static Letters itemLetters(Stream<ToolDeclaration> tools) {
    Map<Letters, String> said = new LinkedHashMap<>();
    tools.forEach(tool -> {
      Identity identity = tool.identity();
      if (identity.item() != null) {
        said.putIfAbsent(
            identity.letters().getOrDefault(identity.item(), Letters.AS_WRITTEN), tool.tool());
      }
    });
    if (said.size() > 1) {
      throw new IllegalArgumentException(
          "the tools of a toolbox spell their @Item alike, but these differ: " + said);
    }
    return said.isEmpty() ? Letters.AS_WRITTEN : said.keySet().iterator().next();
  }

  private static void sayUndeclared(Collection<ReadyTool> tools) {
    List<String> names =
        tools.stream()
            .filter(tool -> tool instanceof BoundTool)
            .filter(tool -> tool.declaration().effect() == Effect.UNDECLARED)
            .map(tool -> tool.spec().name())
            .toList();
    if (!names.isEmpty()) {
      LOG.warn(
          "what these tools do to the world is not declared, so their calls run in order and are"
              + " never repeated when unknown; say @Tool(effect = ...): {}",
          names);
    }
  }

  /** The same tools under another standard time limit per call. */
  public Tools timeout(Duration perCall) {
    if (!perCall.isPositive()) {
      throw new IllegalArgumentException("a time limit must be positive, but was " + perCall);
    }
    return new Tools(tools, lookUps, perCall);
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
      return unknown(call, specs());
    }
    try {
      return CheckedCall.of(call, tool.declaration(), tool.read(call.arguments()));
    } catch (IllegalArgumentException unfit) {
      return CheckedCall.refused(call, String.valueOf(unfit.getMessage()));
    }
  }

  static CheckedCall unknown(ToolCall call, List<ToolSpec> specs) {
    String names = specs.stream().map(ToolSpec::name).collect(Collectors.joining(", "));
    return CheckedCall.refused(
        call, "There is no tool named '%s'. There are: %s.".formatted(call.tool(), names));
  }

  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    batch().run(calls, answer -> answered.accept(answer.spelled(itemLetters)));
  }

  private ToolBatch batch() {
    return new ToolBatch(call -> known(call.call().tool()), timeout, late);
  }

  @Override
  public Optional<ToolAnswer> finishedLate(PreparedCall call) {
    return late.of(known(call.call().tool()), call.context())
        .map(answer -> answer.spelled(itemLetters));
  }

  @Override
  public Optional<ToolAnswer> lookUp(PreparedCall call) {
    return Optional.ofNullable(lookUps.get(call.call().tool()))
        .filter(lookUp -> !late.isRunning(known(lookUp.tool()), call.context()))
        .flatMap(lookUp -> lookUp.ask(call, known(lookUp.tool()).timeout(timeout)))
        .map(answer -> answer.spelled(itemLetters));
  }

  @Override
  public Optional<ToolAnswer> sendAgain(PreparedCall call) {
    if (late.isRunning(known(call.call().tool()), call.context())) {
      return Optional.empty();
    }
    List<ToolAnswer> said = new ArrayList<>();
    batch().repeat(call, said::add);
    return said.stream().findFirst();
  }

  private ReadyTool known(String name) {
    return Objects.requireNonNull(tools.get(name), () -> "no tool is named '" + name + "'");
  }

  private static List<AnnotatedMethod> annotated(Object owner) {
    List<AnnotatedMethod> methods = AnnotatedMethod.of(owner, Tool.class);
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no public method marked @Tool".formatted(owner.getClass().getName()));
    }
    return methods;
  }

  private static void checkRequirements(ToolDeclaration declaration, Map<String, ReadyTool> tools) {
    if (declaration.role() instanceof ToolDeclaration.Role.Closes closes) {
      for (String required : closes.requires()) {
        if (!tools.containsKey(required)) {
          throw new IllegalArgumentException(
              "tool '%s' requires '%s', but there are only %s"
                  .formatted(declaration.tool(), required, tools.keySet()));
        }
        ToolDeclaration needed = tools.get(required).declaration();
        boolean once = needed.effect() == Effect.ONCE;
        if (once
            && (needed.identity().item() == null || needed.identity().scope() == Scope.JOURNAL)) {
          throw new IllegalArgumentException(
              "tool '%s' requires '%s', which happens once in the whole journal: in the next opening it could not happen, and nothing could be closed"
                  .formatted(declaration.tool(), required));
        }
      }
    }
  }
}
