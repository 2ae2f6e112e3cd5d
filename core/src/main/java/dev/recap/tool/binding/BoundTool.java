package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.ClassUtil;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox.ToolDeclaration;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** One annotated method of one object, ready to be called. */
public final class BoundTool implements ReadyTool {
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

  public BoundTool(AnnotatedMethod method) {
    this.method = method;
    this.tool = Objects.requireNonNull(method.annotation(Tool.class));
    String name = tool.name().isEmpty() ? snakeCase(method.name()) : tool.name();
    this.parameters = new Parameters(name, method);
    this.returned = ReturnType.of(name, method.returned());
    this.spec = new ToolSpec(name, tool.value(), parameters.schema().toString());
    var identity = Identities.of(name, tool, parameters);
    this.declaration = new ToolDeclaration(name, tool.effect(), identity, role(), tool.approval());
  }

  /** {@code ticketId} becomes {@code ticket_id}. */
  static String snakeCase(String camelCase) {
    return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(camelCase);
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
  public JsonNode read(String arguments, UnaryOperator<JsonNode> spelling) {
    return parameters.read(arguments, spelling, declaration.identity());
  }

  @Override
  public Duration timeout(Duration standard) {
    int seconds = tool.timeoutSeconds();
    return seconds > 0 ? Duration.ofSeconds(seconds) : standard;
  }

  /** What the method gives in the end; a method that returns nothing says "done". */
  JavaType resultType() {
    Class<?> raw = returned.awaited().getRawClass();
    if (raw == void.class || raw == Void.class) {
      return JSON.constructType(String.class);
    }
    return raw.isPrimitive() ? JSON.constructType(ClassUtil.wrapperType(raw)) : returned.awaited();
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
  public ToolAnswer run(JsonNode arguments, CallContext call) throws Throwable {
    try {
      Object returned = method.call(parameters.bind(arguments, call));
      return ToolResultReader.read(call, ReturnType.settled(returned));
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private ToolDeclaration.Role role() {
    if (returned.value().hasRawClass(Opened.class)) {
      return new ToolDeclaration.Role.Opens();
    }
    if (returned.value().hasRawClass(Closed.class)) {
      return new ToolDeclaration.Role.Closes(List.of(tool.requires()));
    }
    if (tool.requires().length > 0) {
      throw new IllegalArgumentException(
          "%s requires other tools, so it must return Closed<...>, but returns %s"
              .formatted(method, returned.awaited().getRawClass().getSimpleName()));
    }
    return new ToolDeclaration.Role.Works();
  }
}
