package dev.recap.tool;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.conversation.ToolCall;
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
  private final ToolSpec spec;
  private final ToolDeclaration declaration;
  private final ArgumentCheck check;

  BoundTool(Object owner, Method method) {
    this.owner = owner;
    this.method = method;
    Tool tool = method.getAnnotation(Tool.class);
    // The class may be hidden although the method is public.
    if (!method.trySetAccessible()) {
      throw new IllegalArgumentException(
          "a tool's method must be accessible; open its package to dev.recap.core: " + method);
    }
    String name = tool.name().isEmpty() ? Words.snakeCase(method.getName()) : tool.name();
    var schema = ToolSchema.of(schemaParameters());
    this.spec = new ToolSpec(name, tool.value(), schema.toString());
    this.declaration = declare(name, tool);
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
  public Optional<String> complaint(ToolCall call) {
    return check.complaint(call.arguments());
  }

  @Override
  public Duration timeout(Duration standard) {
    int seconds = method.getAnnotation(Tool.class).timeoutSeconds();
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

  /** Calls the method and reads its result; an exception of the tool's is an answer too. */
  @Override
  public ToolAnswer run(PreparedCall prepared, Attempt attempt) {
    ToolCall call = prepared.call();
    @Nullable Object[] arguments;
    try {
      arguments = arguments(prepared);
    } catch (IllegalArgumentException unfit) {
      return ToolAnswer.failed(call.id(), spec.name() + " was not called: " + unfit.getMessage());
    }
    try {
      return ToolResultReader.read(call, method.invoke(owner, arguments));
    } catch (InvocationTargetException thrown) {
      return failure(call, thrown.getCause(), attempt);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("access was checked when the toolbox was built", e);
    }
  }

  private ToolAnswer failure(ToolCall call, @Nullable Throwable cause, Attempt attempt) {
    return switch (cause) {
      case ToolFailure refusal ->
          ToolAnswer.failed(call.id(), String.valueOf(refusal.getMessage()));
      // The interruption may have struck it anywhere: only a refusal says that nothing happened.
      case Exception e when attempt.isGivenUp() ->
          ToolAnswer.unknown(call.id(), spec.name() + " broke off: " + reason(e));
      case Exception e -> ToolAnswer.failed(call.id(), spec.name() + " failed: " + reason(e));
      case Error fatal -> throw fatal;
      case null, default -> throw new IllegalStateException("a tool threw " + cause, cause);
    };
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "its arguments do not fit" : message.lines().findFirst().orElse("");
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private @Nullable Object[] arguments(PreparedCall prepared) {
    JsonNode given = CanonicalJson.read(prepared.call().arguments());
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
      throw new IllegalArgumentException(
          "%s was %s, %s"
              .formatted(ToolSchema.parameterName(parameter), node, firstLine(unfit.getMessage())),
          unfit);
    }
  }

  private ToolDeclaration declare(String name, Tool tool) {
    List<Parameter> parameters = schemaParameters();
    List<String> items = marked(parameters, Item.class);
    if (items.size() > 1) {
      throw new IllegalArgumentException(
          "tool '%s' marks %s as @Item, but a call acts on one work item".formatted(name, items));
    }
    return new ToolDeclaration(
        name,
        tool.effect(),
        items.isEmpty() ? null : items.getFirst(),
        marked(parameters, Key.class),
        role(),
        tool.approval());
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

  private static List<String> marked(
      List<Parameter> parameters, Class<? extends java.lang.annotation.Annotation> mark) {
    return parameters.stream()
        .filter(parameter -> parameter.isAnnotationPresent(mark))
        .map(ToolSchema::parameterName)
        .toList();
  }
}
