package dev.recap.tool;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.ResolvedRecursiveType;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a Java type, read off the very deserializer that will bind the value: names,
 * what is required, and which class is made are what Jackson found, not what a second reader of the
 * same annotations would find. A type of which that cannot be told is refused.
 *
 * <p>The exact schema also says what a model need not be told, such as the range of an int.
 */
final class TypeSchema {
  private final boolean exact;
  private final DeserializationConfig config = Binding.JSON.getDeserializationConfig();
  private final DeserializationContext context =
      ((DefaultDeserializationContext) Binding.JSON.getDeserializationContext())
          .createDummyInstance(config);

  /** The types around the one being described, to notice one that contains itself. */
  private final Set<JavaType> around = new LinkedHashSet<>();

  private final Map<JavaType, String> names = new HashMap<>();
  private final ObjectNode definitions = Binding.JSON.createObjectNode();

  TypeSchema(boolean exact) {
    this.exact = exact;
  }

  /** The schemas of the types that contain themselves, by name; for {@code $defs}. */
  ObjectNode definitions() {
    return definitions;
  }

  /**
   * The schema of a value that has to be there: of a parameter or a property.
   *
   * @throws IllegalArgumentException when the type cannot be described, with the reason
   */
  ObjectNode ofPresent(JavaType declared) {
    ObjectNode schema = of(Binding.valueType(declared));
    if (exact && schema.isEmpty()) {
      List.of("string", "number", "boolean", "object", "array")
          .forEach(schema.putArray("type")::add);
    }
    return schema;
  }

  private ObjectNode of(JavaType declared) {
    JavaType type =
        declared instanceof ResolvedRecursiveType self ? self.getSelfReferencedType() : declared;
    ObjectNode scalar = Scalars.schema(type.getRawClass(), exact);
    if (scalar != null) {
      return scalar;
    }
    if (type.isEnumType()) {
      return choices(type);
    }
    if (around.add(type)) {
      ObjectNode schema = structure(type);
      around.remove(type);
      if (!names.containsKey(type)) {
        return schema;
      }
      definitions.set(names.get(type), schema);
    }
    return object().put("$ref", "#/$defs/" + names.computeIfAbsent(type, this::newName));
  }

  private String newName(JavaType type) {
    String name = type.getRawClass().getSimpleName();
    return names.containsValue(name) ? name + (names.size() + 1) : name;
  }

  private ObjectNode structure(JavaType type) {
    JsonDeserializer<?> reader = reader(type);
    if (type.isArrayType() || type.isCollectionLikeType()) {
      ObjectNode schema = object().put("type", "array");
      schema.set("items", of(type.getContentType()));
      return Set.class.isAssignableFrom(type.getRawClass())
          ? schema.put("uniqueItems", true)
          : schema;
    }
    if (type.isMapLikeType()) {
      return map(type);
    }
    AnnotatedClass annotated = config.introspectClassAnnotations(type).getClassInfo();
    JsonTypeInfo.Value marked =
        config.getAnnotationIntrospector().findPolymorphicTypeInfo(config, annotated);
    if (JsonTypeInfo.Value.isEnabled(marked)) {
      return variants(type, annotated, marked);
    }
    return bean(type, reader);
  }

  /** The one that will be used; Jackson refuses much by itself, nested types included. */
  private JsonDeserializer<?> reader(JavaType type) {
    try {
      JsonDeserializer<?> reader = context.findContextualValueDeserializer(type, null);
      requireOwn(reader, type);
      return reader;
    } catch (JsonMappingException | IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          String.valueOf(unfit.getMessage()).lines().findFirst().orElse(""), unfit);
    }
  }

  private static void requireOwn(@Nullable JsonDeserializer<?> reader, JavaType type) {
    if (reader == null || !reader.getClass().getName().startsWith("com.fasterxml.jackson.")) {
      throw cannot(type, "is read by code of its own, so that nobody can tell what it takes");
    }
  }

  /** Every constant by the name it is written with, if it is also read by that name. */
  private ObjectNode choices(JavaType type) {
    ArrayNode names = Binding.JSON.createArrayNode();
    for (Object constant : type.getRawClass().getEnumConstants()) {
      JsonNode name = Binding.JSON.valueToTree(constant);
      if (!(name.isTextual() || name.isIntegralNumber())
          || Binding.value("", name, type) != constant) {
        throw cannot(type, "writes %s as %s, but does not read it so".formatted(constant, name));
      }
      names.add(name);
    }
    ObjectNode schema =
        object().put("type", names.path(0).isIntegralNumber() ? "integer" : "string");
    schema.set("enum", names);
    return schema;
  }

  /** Names from an enum are listed; any other key is a text of its kind. */
  private ObjectNode map(JavaType type) {
    JavaType key = type.getKeyType();
    ObjectNode schema = object().put("type", "object");
    if (key.isEnumType()) {
      ObjectNode properties = schema.putObject("properties");
      for (Object constant : key.getRawClass().getEnumConstants()) {
        String name = Binding.JSON.valueToTree(constant).asText();
        if (!constant.equals(readKey(key, name))) {
          throw cannot(key, "does not read the key '%s' as %s".formatted(name, constant));
        }
        properties.set(name, of(type.getContentType()));
      }
      return schema.put("additionalProperties", false);
    }
    if (key.getRawClass() != Object.class && key.getRawClass() != String.class) {
      ObjectNode names = Scalars.key(key.getRawClass(), exact);
      if (names == null) {
        throw cannot(key, "cannot be the key of a map: take a String or an enum");
      }
      schema.set("propertyNames", names);
    }
    schema.set("additionalProperties", of(type.getContentType()));
    return schema;
  }

  private @Nullable Object readKey(JavaType key, String name) {
    try {
      return context.findKeyDeserializer(key, null).deserializeKey(name, context);
    } catch (IOException unfit) {
      throw new IllegalArgumentException(unfit.getMessage(), unfit);
    }
  }

  /** One object for each class that it may become, told apart by a constant. */
  private ObjectNode variants(JavaType type, AnnotatedClass annotated, JsonTypeInfo.Value mark) {
    boolean byName =
        mark.getIdType() == JsonTypeInfo.Id.NAME || mark.getIdType() == JsonTypeInfo.Id.SIMPLE_NAME;
    boolean inside =
        mark.getInclusionType() == JsonTypeInfo.As.PROPERTY
            || mark.getInclusionType() == JsonTypeInfo.As.EXISTING_PROPERTY;
    if (!byName || !inside) {
      throw cannot(
          type, "is not told apart by a name in a property: use @JsonTypeInfo(use = NAME)");
    }
    String property =
        mark.getPropertyName() == null || mark.getPropertyName().isEmpty()
            ? mark.getIdType().getDefaultPropertyName()
            : mark.getPropertyName();
    ObjectNode schema = object();
    ArrayNode variants = schema.putArray("anyOf");
    for (NamedType variant :
        config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, annotated)) {
      if (!Modifier.isAbstract(variant.getType().getModifiers())) {
        JavaType made = config.getTypeFactory().constructSpecializedType(type, variant.getType());
        variants.add(variant(bean(made, reader(made)), property, variant.getName(), mark, made));
      }
    }
    if (variants.isEmpty()) {
      throw cannot(type, "has no class that can be made: name them by @JsonSubTypes, or seal it");
    }
    return schema;
  }

  private ObjectNode variant(
      ObjectNode bean, String property, String name, JsonTypeInfo.Value mark, JavaType made) {
    if (!bean.path("properties").isObject()
        || (bean.path("properties").has(property) && !mark.getIdVisible())) {
      throw cannot(made, "cannot be told apart by a property '%s'".formatted(property));
    }
    ObjectNode schema = object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject(property).put("const", name);
    ArrayNode required = schema.putArray("required").add(property);
    bean.path("properties").properties().stream()
        .filter(one -> !one.getKey().equals(property))
        .forEach(one -> properties.set(one.getKey(), one.getValue()));
    bean.path("required")
        .forEach(one -> {
          if (!one.asText().equals(property)) {
            required.add(one);
          }
        });
    return schema.put("additionalProperties", false);
  }

  private ObjectNode bean(JavaType type, JsonDeserializer<?> reader) {
    boolean plain =
        reader.getClass() == BeanDeserializer.class || reader instanceof BuilderBasedDeserializer;
    if (!plain) {
      throw cannot(
          type,
          type.isAbstract() ? "is abstract: nothing says which class to make" : "has no schema");
    }
    BeanDeserializerBase bean = (BeanDeserializerBase) reader;
    ObjectNode simple = simple(bean.getValueInstantiator());
    return simple == null ? properties(type, bean) : simple;
  }

  /** Of a class that is made of one value; null of one that has properties. */
  private @Nullable ObjectNode simple(ValueInstantiator maker) {
    JavaType delegate = maker.getDelegateType(config);
    if (delegate != null) {
      return of(delegate);
    }
    if (maker.canCreateUsingDefault() || maker.canCreateFromObjectWith()) {
      return null;
    }
    Class<?> from =
        maker.canCreateFromString()
            ? String.class
            : maker.canCreateFromLong()
                ? long.class
                : maker.canCreateFromInt()
                    ? int.class
                    : maker.canCreateFromDouble()
                        ? double.class
                        : maker.canCreateFromBoolean() ? boolean.class : null;
    return from == null ? null : Scalars.schema(from, exact);
  }

  private ObjectNode properties(JavaType type, BeanDeserializerBase bean) {
    BeanDescription found = config.introspect(type);
    boolean open =
        found.findAnySetterAccessor() != null
            || found.findProperties().stream()
                .anyMatch(one ->
                    one.getAccessor() != null
                        && one.getAccessor().hasAnnotation(JsonUnwrapped.class));
    if (open || bean.getObjectIdReader() != null || found.findInjectables() != null) {
      throw cannot(type, "takes more than its own properties");
    }
    ObjectNode schema = object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Binding.JSON.createArrayNode();
    List<String> inOrder =
        found.findProperties().stream().map(BeanPropertyDefinition::getName).toList();
    List<SettableBeanProperty> all = new ArrayList<>();
    bean.properties().forEachRemaining(all::add);
    all.sort(Comparator.comparingInt(property -> inOrder.indexOf(property.getName())));
    for (SettableBeanProperty property : all) {
      properties.set(property.getName(), property(type, property));
      if (property.isRequired()) {
        required.add(property.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode property(JavaType type, SettableBeanProperty property) {
    requireOwn(property.getValueDeserializer(), property.getType());
    if (property.findPropertyFormat(config, type.getRawClass()).hasPattern()
        || property.getAnnotation(JsonTypeInfo.class) != null) {
      throw cannot(
          type, "reads '%s' in a way of its own; leave its mark out".formatted(property.getName()));
    }
    ObjectNode schema = ofPresent(property.getType());
    String description = description(type, property);
    return description == null ? schema : schema.put("description", description);
  }

  /**
   * A mark on a record's component is not on its constructor's parameter if that is written out.
   */
  private static @Nullable String description(JavaType type, SettableBeanProperty property) {
    Param mark = property.getAnnotation(Param.class);
    if (mark == null && type.isRecordType() && property.getCreatorIndex() >= 0) {
      mark =
          type.getRawClass()
              .getRecordComponents()[property.getCreatorIndex()]
              .getAnnotation(Param.class);
    }
    return mark == null ? property.getMetadata().getDescription() : mark.value();
  }

  private static ObjectNode object() {
    return Binding.JSON.createObjectNode();
  }

  private static IllegalArgumentException cannot(JavaType type, String why) {
    return new IllegalArgumentException(type.toCanonical() + " " + why);
  }
}
