package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The toolbox made of annotated methods on plain objects. Calls run on virtual threads, each under
 * its time limit.
 */
public final class Tools implements Toolbox {
  private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(60);

  private final Map<String, BoundTool> tools;
  private final Duration timeout;

  private Tools(Map<String, BoundTool> tools, Duration timeout) {
    this.tools = tools;
    this.timeout = timeout;
  }

  /**
   * Collects the methods marked {@link Tool} of some objects, by name within each object.
   *
   * @throws IllegalArgumentException when two tools share a name, a closing tool requires a tool
   *     that does not exist, or a method cannot be a tool
   */
  public static Tools of(Object... owners) {
    Map<String, BoundTool> tools = new LinkedHashMap<>();
    for (Object owner : owners) {
      for (Method method : annotated(owner)) {
        var tool = new BoundTool(owner, method);
        if (tools.put(tool.spec().name(), tool) != null) {
          throw new IllegalArgumentException(
              "tool names must be unique, but there are two named '%s'"
                  .formatted(tool.spec().name()));
        }
      }
    }
    tools.values().forEach(tool -> checkRequirements(tool.declaration(), tools));
    return new Tools(tools, STANDARD_TIMEOUT);
  }

  /** The same tools under another standard time limit per call. */
  public Tools timeout(Duration perCall) {
    if (!perCall.isPositive()) {
      throw new IllegalArgumentException("a time limit must be positive, but was " + perCall);
    }
    return new Tools(tools, perCall);
  }

  @Override
  public List<ToolSpec> specs() {
    return tools.values().stream().map(BoundTool::spec).toList();
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return Optional.ofNullable(tools.get(tool)).map(BoundTool::declaration);
  }

  @Override
  public Optional<String> complaint(ToolCall call) {
    return known(call.tool()).complaint(call);
  }

  @Override
  public List<ToolAnswer> runAll(List<PreparedCall> calls) {
    return ToolBatch.run(calls, call -> known(call.call().tool()), timeout);
  }

  private BoundTool known(String name) {
    return Objects.requireNonNull(tools.get(name), () -> "no tool is named '" + name + "'");
  }

  private static List<Method> annotated(Object owner) {
    for (Method method : owner.getClass().getDeclaredMethods()) {
      if (method.isAnnotationPresent(Tool.class) && !Modifier.isPublic(method.getModifiers())) {
        throw new IllegalArgumentException("a tool's method must be public: " + method);
      }
    }
    List<Method> methods =
        Arrays.stream(owner.getClass().getMethods())
            .filter(method -> method.isAnnotationPresent(Tool.class) && !method.isBridge())
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no public method marked @Tool".formatted(owner.getClass().getName()));
    }
    return methods;
  }

  private static void checkRequirements(ToolDeclaration declaration, Map<String, BoundTool> tools) {
    if (declaration.role() instanceof ToolDeclaration.Role.Closes closes) {
      for (String required : closes.requires()) {
        if (!tools.containsKey(required)) {
          throw new IllegalArgumentException(
              "tool '%s' requires '%s', but there are only %s"
                  .formatted(declaration.tool(), required, tools.keySet()));
        }
      }
    }
  }
}
