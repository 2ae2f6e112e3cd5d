package dev.recap.model;

import java.util.Objects;

/**
 * What the model is told about a tool.
 *
 * @param name snake_case, unique within a request
 * @param inputSchema a JSON Schema object as text
 */
public record ToolSpec(String name, String description, String inputSchema) {
  public ToolSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(inputSchema, "inputSchema");
    if (!name.matches("[a-zA-Z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "a tool's name has 1 to 64 letters, digits, '_' or '-', but was '%s'".formatted(name));
    }
  }
}
