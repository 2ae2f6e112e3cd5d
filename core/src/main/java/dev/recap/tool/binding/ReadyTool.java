package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.ForeignTool;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.Toolbox.ToolDeclaration.Role;
import dev.recap.tool.schema.ArgumentCheck;
import dev.recap.tool.schema.CanonicalJson;
import dev.recap.work.Effect;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tool of a toolbox in this process, ready to be called.
 *
 * @param owner the object whose tool it is
 * @param method what is said of it by its method; null for a foreign tool
 * @param reader reads the arguments of a call, item and keys in their one spelling; throws an
 *     {@link IllegalArgumentException} when they do not fit, in words for the model
 * @param body calls it with arguments that were read
 */
public record ReadyTool(
    ToolSpec spec,
    ToolDeclaration declaration,
    Object owner,
    @Nullable Marked method,
    Function<String, JsonNode> reader,
    Body body) {

  /** Makes a call. What it throws comes from the tool. */
  @FunctionalInterface
  public interface Body {

    ToolAnswer run(JsonNode arguments, CallContext call) throws Throwable;
  }

  /** The mark of a method, and what the method returns. */
  record Marked(Tool mark, ReturnType returned) {}

  /**
   * A foreign tool.
   *
   * @throws IllegalArgumentException when its schema is no object's, or it happens once and nothing
   *     says of which arguments
   */
  public static ReadyTool of(ForeignTool tool) {
    String name = tool.spec().name();
    Identity identity = tool.declaration().identity();
    if (tool.declaration().effect() == Effect.ONCE && identity.equals(Identity.NONE)) {
      throw new IllegalArgumentException(
          "tool '%s' happens once, but of which arguments is left to a guess: say once(\"argument\", ...)"
              .formatted(name));
    }
    var check = ArgumentCheck.foreign(name, tool.spec().inputSchema());
    return new ReadyTool(
        tool.spec(),
        tool.declaration(),
        tool.handler(),
        null,
        arguments ->
            check.fitting(
                CanonicalJson.spelled(CanonicalJson.arguments(arguments), identity.letters())),
        (arguments, call) ->
            ToolResultReader.shown(call, tool.handler().run(call.arguments(), call)));
  }

  /**
   * An annotated method of one object.
   *
   * @throws IllegalArgumentException when it cannot be a tool, by what it takes or what it returns
   */
  public static ReadyTool of(AnnotatedMethod method) {
    Tool mark = Objects.requireNonNull(method.annotation(Tool.class));
    String name = mark.name().isEmpty() ? Binding.snakeCase(method.name()) : mark.name();
    var parameters = new Parameters(name, method);
    var said = new Marked(mark, ReturnType.of(name, method.returned()));
    Identity identity = Identities.of(name, mark, parameters);
    return new ReadyTool(
        new ToolSpec(name, mark.value(), parameters.schema(false).toString()),
        new ToolDeclaration(name, mark.effect(), identity, role(method, said), mark.approval()),
        method.owner,
        said,
        arguments -> parameters.read(arguments, identity.letters()),
        (arguments, call) -> {
          try {
            Object returned = method.call(parameters.bind(arguments, call));
            return ToolResultReader.read(call, ReturnType.settled(returned));
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }

  private static Role role(AnnotatedMethod method, Marked said) {
    List<String> requires = List.of(said.mark.requires());
    if (said.returned.value().hasRawClass(Opened.class)) {
      return new Role.Opens();
    }
    if (said.returned.value().hasRawClass(Closed.class)) {
      return new Role.Closes(requires);
    }
    if (!requires.isEmpty()) {
      throw new IllegalArgumentException(
          "%s requires other tools, so it must return Closed<...>, but returns %s"
              .formatted(method, said.returned.awaited().getRawClass().getSimpleName()));
    }
    return new Role.Works();
  }

  /** The same tool in other words. */
  public ReadyTool described(String description) {
    var other = new ToolSpec(spec.name(), description, spec.inputSchema());
    return new ReadyTool(other, declaration, owner, method, reader, body);
  }

  /**
   * The same closing tool, which requires others.
   *
   * @throws IllegalArgumentException when it closes nothing
   */
  public ReadyTool requires(List<String> tools) {
    if (!(declaration.role() instanceof Role.Closes)) {
      throw new IllegalArgumentException(
          "tool is '%s', but only one that closes requires others".formatted(spec.name()));
    }
    var other =
        new ToolDeclaration(
            declaration.tool(),
            declaration.effect(),
            declaration.identity(),
            new Role.Closes(tools),
            declaration.approval());
    return new ReadyTool(spec, other, owner, method, reader, body);
  }

  /** How long a call may take. */
  public Duration timeout(Duration standard) {
    int seconds = method == null ? 0 : method.mark.timeoutSeconds();
    return seconds > 0 ? Duration.ofSeconds(seconds) : standard;
  }

  /** Whether it says, by {@link CallContext#begins}, when its effect begins. */
  public boolean saysWhenItBegins() {
    return method != null && method.mark.begins();
  }

  /** Whether this exception of the tool's says that nothing happened. */
  public boolean nothingHappened(Throwable thrown) {
    return method != null
        && Arrays.stream(method.mark.nothingHappenedOn()).anyMatch(type -> type.isInstance(thrown));
  }
}
