package dev.recap.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.relocated.com.fasterxml.classmate.ResolvedType;
import dev.recap.relocated.com.github.victools.jsonschema.generator.FieldScope;
import dev.recap.relocated.com.github.victools.jsonschema.generator.Option;
import dev.recap.relocated.com.github.victools.jsonschema.generator.OptionPreset;
import dev.recap.relocated.com.github.victools.jsonschema.generator.SchemaGenerator;
import dev.recap.relocated.com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import dev.recap.relocated.com.github.victools.jsonschema.generator.SchemaVersion;
import dev.recap.relocated.com.github.victools.jsonschema.module.jackson.JacksonModule;
import dev.recap.relocated.com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a method's parameters. */
final class ToolSchema {
  private static final SchemaGenerator GENERATOR = generator();

  private ToolSchema() {}

  static ObjectNode of(List<Parameter> parameters) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    var required = JsonNodeFactory.instance.arrayNode();
    for (Parameter parameter : parameters) {
      properties.set(parameterName(parameter), parameterSchema(parameter));
      if (parameter.getType() != Optional.class) {
        required.add(parameterName(parameter));
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  /** The name the model sees: a parameter's own in snake_case. */
  static String parameterName(Parameter parameter) {
    if (!parameter.isNamePresent()) {
      throw new IllegalArgumentException(
          "the parameters of %s have no names: compile it with -parameters"
              .formatted(parameter.getDeclaringExecutable()));
    }
    return Words.snakeCase(parameter.getName());
  }

  private static ObjectNode parameterSchema(Parameter parameter) {
    ObjectNode schema = GENERATOR.generateSchema(valueType(parameter.getParameterizedType()));
    schema.remove("$schema");
    Param description = parameter.getAnnotation(Param.class);
    if (description != null) {
      schema.put("description", description.value());
    }
    return schema;
  }

  private static Type valueType(Type type) {
    boolean optional =
        type instanceof ParameterizedType parameterized
            && parameterized.getRawType() == Optional.class;
    return optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
  }

  private static SchemaGenerator generator() {
    var config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.INLINE_ALL_SCHEMAS,
                Option.FLATTENED_OPTIONALS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forFields()
        .withRequiredCheck(field -> !isOptional(field.getType()))
        .withDescriptionResolver(ToolSchema::description);
    return new SchemaGenerator(config.build());
  }

  private static boolean isOptional(ResolvedType type) {
    return type != null && type.getErasedType() == Optional.class;
  }

  /** A mark on a record's component is found on the component alone, not on its field. */
  private static @Nullable String description(FieldScope field) {
    RecordComponent[] components = field.getDeclaringType().getErasedType().getRecordComponents();
    if (components == null) {
      return null;
    }
    return Arrays.stream(components)
        .filter(component -> component.getName().equals(field.getDeclaredName()))
        .map(component -> component.getAnnotation(Param.class))
        .filter(Objects::nonNull)
        .map(Param::value)
        .findFirst()
        .orElse(null);
  }
}
