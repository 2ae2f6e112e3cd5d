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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
  public Object owner() {
    return method.owner();
  }

  @Override
  public ToolDeclaration declaration() {
    return declaration;
  }

  @Override
  public JsonNode read(String arguments) {
    return parameters.read(arguments, declaration.identity());
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

  @Override
  public boolean saysWhenItBegins() {
    return tool.begins();
  }

  @Override
  public boolean nothingHappened(Throwable thrown) {
    return Arrays.stream(tool.nothingHappenedOn()).anyMatch(type -> type.isInstance(thrown));
  }

  @Override
  public ToolAnswer run(PreparedCall call) throws Throwable {
    try {
      @Nullable Object[] arguments = parameters.bind(call.checked().tree(), call.context());
      return ToolResultReader.read(call.call(), ReturnType.settled(method.call(arguments)));
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private ToolDeclaration declare(String name) {
    var identity = Identities.of(name, tool, parameters);
    return new ToolDeclaration(name, tool.effect(), identity, role(), tool.approval());
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
