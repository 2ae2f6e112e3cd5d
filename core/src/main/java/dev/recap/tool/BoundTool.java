package dev.recap.tool;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

  private final AnnotatedMethod method;
  private final Tool tool;
  private final Parameters parameters;
  private final ReturnType returned;
  private final ToolSpec spec;
  private final ToolDeclaration declaration;

  BoundTool(AnnotatedMethod method) {
    this.method = method;
    this.tool = Objects.requireNonNull(method.annotation(Tool.class));
    String name = tool.name().isEmpty() ? Words.snakeCase(method.name()) : tool.name();
    this.parameters = new Parameters(name, method);
    this.returned = ReturnType.of(name, method.returned());
    this.spec = new ToolSpec(name, tool.value(), parameters.schema().toString());
    this.declaration = declare(name);
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
    try {
      parameters.read(call.arguments());
      return Optional.empty();
    } catch (IllegalArgumentException unfit) {
      return Optional.ofNullable(unfit.getMessage());
    }
  }

  @Override
  public Duration timeout(Duration standard) {
    int seconds = tool.timeoutSeconds();
    return seconds > 0 ? Duration.ofSeconds(seconds) : standard;
  }

  /** What the method gives in the end; a method that returns nothing says "done". */
  JavaType resultType() {
    Class<?> raw = returned.awaited().getRawClass();
    return raw == void.class || raw == Void.class
        ? JSON.constructType(String.class)
        : raw.isPrimitive()
            ? JSON.constructType(MethodType.methodType(raw).wrap().returnType())
            : returned.awaited();
  }

  /** Calls the method and reads its result; an exception of the tool's is an answer too. */
  @Override
  public ToolAnswer run(PreparedCall prepared, Attempt attempt) {
    ToolCall call = prepared.call();
    @Nullable Object[] arguments;
    try {
      arguments = parameters.bind(parameters.read(call.arguments()), prepared.context());
    } catch (IllegalArgumentException unfit) {
      return ToolAnswer.failed(call.id(), String.valueOf(unfit.getMessage()));
    }
    try {
      return ToolResultReader.read(call, ReturnType.settled(method.call(arguments)));
    } catch (InvocationTargetException thrown) {
      return failure(call, thrown.getCause(), attempt);
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

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private ToolDeclaration declare(String name) {
    List<String> items = parameters.marked(Item.class);
    if (items.size() > 1) {
      throw new IllegalArgumentException(
          "tool '%s' marks %s as @Item, but a call acts on one work item".formatted(name, items));
    }
    return new ToolDeclaration(
        name,
        tool.effect(),
        items.isEmpty() ? null : items.getFirst(),
        parameters.marked(Key.class),
        role(),
        tool.approval());
  }

  private ToolDeclaration.Role role() {
    if (returned.value().hasRawClass(Opened.class)) {
      return new ToolDeclaration.Role.Opens();
    }
    Closes closes = method.annotation(Closes.class);
    if (returned.value().hasRawClass(Closed.class)) {
      return new ToolDeclaration.Role.Closes(
          closes == null ? List.of() : List.of(closes.requires()));
    }
    if (closes != null) {
      throw new IllegalArgumentException(
          "%s is marked @Closes, so it must return Closed<...>, but returns %s"
              .formatted(method, returned.awaited().getRawClass().getSimpleName()));
    }
    return new ToolDeclaration.Role.Works();
  }
}
