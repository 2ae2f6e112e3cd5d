package dev.recap.tool.binding;

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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.ResolvedRecursiveType;
import dev.recap.tool.Param;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final boolean exact;
  private final DeserializationConfig config = Binding.JSON.getDeserializationConfig();
  private final DeserializationContext context =
      ((DefaultDeserializationContext) Binding.JSON.getDeserializationContext())
          .createDummyInstance(config);

  /** The types around the one being described, to notice one that contains itself. */
  private final Set<JavaType> around = new LinkedHashSet<>();

  private final Map<JavaType, String> names = new HashMap<>();

  /** The schemas of the types that contain themselves, by name; for {@code $defs}. */
  final ObjectNode definitions = JSON.objectNode();

  TypeSchema(boolean exact) {
    this.exact = exact;
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
    ObjectNode scalar = Scalars.schema(type, exact);
    if (scalar != null) {
      return scalar;
    }
    if (around.add(type)) {
      ObjectNode schema = structure(type);
      around.remove(type);
      if (!names.containsKey(type)) {
        return schema;
      }
      definitions.set(names.get(type), schema);
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + names.computeIfAbsent(type, this::newName));
  }

  private String newName(JavaType type) {
    String name = type.getRawClass().getSimpleName();
    return names.containsValue(name) ? name + (names.size() + 1) : name;
  }

  private ObjectNode structure(JavaType type) {
    JsonDeserializer<?> reader = reader(type);
    if (type.isArrayType() || type.isCollectionLikeType()) {
      ObjectNode schema = JSON.objectNode().put("type", "array");
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
    return JsonTypeInfo.Value.isEnabled(marked)
        ? variants(type, annotated, marked)
        : bean(type, reader);
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
      throw Binding.cannot(
          type, "is read by code of its own, so that nobody can tell what it takes");
    }
  }

  /** Names from an enum are listed; any other key is a text of its kind. */
  private ObjectNode map(JavaType type) {
    JavaType key = type.getKeyType();
    if (key.isEnumType()) {
      JavaType byKey =
          config
              .getTypeFactory()
              .constructMapType(Map.class, key, config.constructType(Object.class));
      Map<String, ObjectNode> properties = new LinkedHashMap<>();
      for (Object constant : key.getRawClass().getEnumConstants()) {
        String name = Binding.JSON.valueToTree(constant).asText();
        if (!Map.of(constant, 0).equals(Binding.value("", JSON.objectNode().put(name, 0), byKey))) {
          throw Binding.cannot(key, "does not read the key '%s' as %s".formatted(name, constant));
        }
        properties.put(name, of(type.getContentType()));
      }
      return object(properties, List.of());
    }
    ObjectNode schema = JSON.objectNode().put("type", "object");
    if (key.getRawClass() != Object.class && key.getRawClass() != String.class) {
      ObjectNode names = Scalars.key(key, exact);
      if (names == null) {
        throw Binding.cannot(key, "cannot be the key of a map: take a String or an enum");
      }
      schema.set("propertyNames", names);
    }
    return schema.set("additionalProperties", of(type.getContentType()));
  }

  /** An object with these properties and no others. */
  static ObjectNode object(
      Map<String, ? extends JsonNode> properties, Collection<String> required) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").setAll(properties);
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    return schema.put("additionalProperties", false);
  }

  /** One object for each class that it may become, told apart by a constant. */
  private ObjectNode variants(JavaType type, AnnotatedClass annotated, JsonTypeInfo.Value mark) {
    if (!EnumSet.of(JsonTypeInfo.Id.NAME, JsonTypeInfo.Id.SIMPLE_NAME).contains(mark.getIdType())
        || !EnumSet.of(JsonTypeInfo.As.PROPERTY, JsonTypeInfo.As.EXISTING_PROPERTY)
            .contains(mark.getInclusionType())) {
      throw Binding.cannot(
          type, "is not told apart by a name in a property: use @JsonTypeInfo(use = NAME)");
    }
    String property = mark.getPropertyName();
    ObjectNode schema = JSON.objectNode();
    ArrayNode variants = schema.putArray("anyOf");
    for (NamedType variant :
        config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, annotated)) {
      if (!Modifier.isAbstract(variant.getType().getModifiers())) {
        JavaType made = config.getTypeFactory().constructSpecializedType(type, variant.getType());
        variants.add(variant(bean(made, reader(made)), property, variant.getName(), mark, made));
      }
    }
    if (variants.isEmpty()) {
      throw Binding.cannot(
          type, "has no class that can be made: name them by @JsonSubTypes, or seal it");
    }
    return schema;
  }

  private ObjectNode variant(
      ObjectNode bean, String property, String name, JsonTypeInfo.Value mark, JavaType made) {
    if (!bean.path("properties").isObject()
        || (bean.path("properties").has(property) && !mark.getIdVisible())) {
      throw Binding.cannot(made, "cannot be told apart by a property '%s'".formatted(property));
    }
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    properties.put(property, JSON.objectNode().put("const", name));
    bean.path("properties")
        .properties()
        .forEach(one -> properties.putIfAbsent(one.getKey(), one.getValue()));
    Set<String> required = new LinkedHashSet<>(List.of(property));
    bean.path("required").forEach(one -> required.add(one.asText()));
    return object(properties, required);
  }

  private ObjectNode bean(JavaType type, JsonDeserializer<?> reader) {
    if (type.isAbstract()) {
      throw Binding.cannot(type, "is abstract: nothing says which class to make");
    }
    if (reader.getClass() != BeanDeserializer.class
        && !(reader instanceof BuilderBasedDeserializer)) {
      throw Binding.cannot(type, "has no schema");
    }
    BeanDeserializerBase bean = (BeanDeserializerBase) reader;
    ValueInstantiator maker = bean.getValueInstantiator();
    JavaType delegate = maker.getDelegateType(config);
    if (delegate != null) {
      return of(delegate);
    }
    if (maker.canCreateUsingDefault() || maker.canCreateFromObjectWith()) {
      return properties(type, bean);
    }
    if (!maker.canCreateFromString()) {
      throw Binding.cannot(type, "has no constructor that says what it takes");
    }
    return of(config.constructType(String.class));
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
      throw Binding.cannot(type, "takes more than its own properties");
    }
    List<String> inOrder =
        found.findProperties().stream().map(BeanPropertyDefinition::getName).toList();
    List<SettableBeanProperty> all = new ArrayList<>();
    bean.properties().forEachRemaining(all::add);
    all.sort(Comparator.comparingInt(property -> inOrder.indexOf(property.getName())));
    Map<String, ObjectNode> properties = new LinkedHashMap<>();
    all.forEach(property -> properties.put(property.getName(), property(type, property)));
    var required = all.stream().filter(SettableBeanProperty::isRequired);
    return object(properties, required.map(SettableBeanProperty::getName).toList());
  }

  private ObjectNode property(JavaType type, SettableBeanProperty property) {
    requireOwn(property.getValueDeserializer(), property.getType());
    if (property.findPropertyFormat(config, type.getRawClass()).hasPattern()
        || property.getAnnotation(JsonTypeInfo.class) != null) {
      throw Binding.cannot(
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
}
