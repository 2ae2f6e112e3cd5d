package dev.recap.tool;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.model.ToolSpec;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One annotated method of one object, ready to be called. */
final class BoundTool implements ReadyTool {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private final Object owner;
  private final Method method;
  private final Tool tool;
  private final ToolSpec spec;
  private final ToolDeclaration declaration;
  private final ArgumentCheck check;

  BoundTool(Object owner, Method method) {
    this.owner = owner;
    this.method = method;
    this.tool = method.getAnnotation(Tool.class);
    // The class may be hidden although the method is public.
    if (!method.trySetAccessible()) {
      throw new IllegalArgumentException(
          "a tool's method must be accessible; open its package to dev.recap.core: " + method);
    }
    String name = tool.name().isEmpty() ? Words.snakeCase(method.getName()) : tool.name();
    var schema = ToolSchema.of(schemaParameters());
    this.spec = new ToolSpec(name, tool.value(), schema.toString());
    this.declaration = declare(name);
    this.check = new ArgumentCheck(name, schema);
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public ToolDeclaration declaration() {
    return declaration;
  }

  @Override
  public Optional<String> complaint(JsonNode arguments) {
    return check.complaint(arguments);
  }

  @Override
  public Duration timeout(Duration standard) {
    int seconds = tool.timeoutSeconds();
    return seconds > 0 ? Duration.ofSeconds(seconds) : standard;
  }

  /** What the method returns; a method that returns nothing says "done". */
  Type resultType() {
    Class<?> returned = method.getReturnType();
    if (returned == void.class) {
      return String.class;
    }
    return returned.isPrimitive()
        ? MethodType.methodType(returned).wrap().returnType()
        : method.getGenericReturnType();
  }

  @Override
  public boolean saysWhenItBegins() {
    return tool.begins();
  }

  @Override
  public boolean nothingHappened(Throwable thrown) {
    return Arrays.stream(tool.nothingHappenedOn()).anyMatch(type -> type.isInstance(thrown));
  }

  /** Calls the method and reads its result. */
  @Override
  public ToolAnswer run(PreparedCall prepared) throws Throwable {
    try {
      return ToolResultReader.read(prepared.call(), method.invoke(owner, arguments(prepared)));
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "its arguments do not fit" : message.lines().findFirst().orElse("");
  }

  private @Nullable Object[] arguments(PreparedCall prepared) {
    JsonNode given = prepared.checked().tree();
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] values = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      values[i] =
          parameters[i].getType() == CallContext.class
              ? prepared.context()
              : value(parameters[i], given);
    }
    return values;
  }

  private static @Nullable Object value(Parameter parameter, JsonNode given) {
    JsonNode node = given.get(ToolSchema.parameterName(parameter));
    JavaType type = JSON.constructType(parameter.getParameterizedType());
    if (node == null && parameter.getType() == Optional.class) {
      return Optional.empty();
    }
    try {
      return JSON.convertValue(node, type);
    } catch (IllegalArgumentException unfit) {
      throw new ToolFailure(
          "%s was not called: %s was %s, %s"
              .formatted(
                  Words.snakeCase(parameter.getDeclaringExecutable().getName()),
                  ToolSchema.parameterName(parameter),
                  node,
                  firstLine(unfit.getMessage())),
          unfit);
    }
  }

  private ToolDeclaration declare(String name) {
    var identity = Identities.of(name, tool, schemaParameters(), takesContext());
    return new ToolDeclaration(name, tool.effect(), identity, role(), tool.approval());
  }

  private boolean takesContext() {
    return schemaParameters().size() < method.getParameterCount();
  }

  private ToolDeclaration.Role role() {
    if (method.getReturnType() == Opened.class) {
      return new ToolDeclaration.Role.Opens();
    }
    Closes closes = method.getAnnotation(Closes.class);
    if (method.getReturnType() == Closed.class) {
      return new ToolDeclaration.Role.Closes(
          closes == null ? List.of() : List.of(closes.requires()));
    }
    if (closes != null) {
      throw new IllegalArgumentException(
          "%s is marked @Closes, so it must return Closed<...>, but returns %s"
              .formatted(method, method.getReturnType().getSimpleName()));
    }
    return new ToolDeclaration.Role.Works();
  }

  private List<Parameter> schemaParameters() {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getType() != CallContext.class)
        .toList();
  }
}
