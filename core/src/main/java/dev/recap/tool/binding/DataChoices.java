package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.Param;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema of a parameter whose values its tool's object knows. */
final class DataChoices {
  private DataChoices() {}

  /**
   * Asks the object.
   *
   * @throws IllegalArgumentException when the parameter is no text, the object has no such method,
   *     or what it gives are no values
   */
  static ObjectNode schema(Object owner, Param.OneOf mark, JavaType type) {
    if (!Binding.valueType(type).hasRawClass(String.class)) {
      throw new IllegalArgumentException("@OneOf is for a String or an Optional<String>");
    }
    ArrayNode names = Binding.JSON.createArrayNode();
    Set<Object> seen = new HashSet<>();
    for (Object name : values(owner, mark.value())) {
      if (!(name instanceof String text) || text.isBlank() || !seen.add(name)) {
        throw new IllegalArgumentException(
            "%s() gives '%s', but distinct texts were expected".formatted(mark.value(), name));
      }
      names.add(text);
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException(mark.value() + "() gives no value at all");
    }
    return Binding.JSON.createObjectNode().put("type", "string").set("enum", names);
  }

  private static Collection<?> values(Object owner, String name) {
    try {
      Method method = owner.getClass().getMethod(name);
      if (method.trySetAccessible() && method.invoke(owner) instanceof Collection<?> values) {
        return values;
      }
      throw new IllegalArgumentException(name + "() gives no collection, or is out of reach");
    } catch (NoSuchMethodException missing) {
      throw new IllegalArgumentException(
          "@OneOf names '%s', but %s has no public method of that name without parameters"
              .formatted(name, owner.getClass().getName()),
          missing);
    } catch (InvocationTargetException | IllegalAccessException failed) {
      @Nullable Throwable cause = failed.getCause();
      throw new IllegalArgumentException(
          "%s() failed: %s".formatted(name, cause == null ? failed : cause), failed);
    }
  }
}
