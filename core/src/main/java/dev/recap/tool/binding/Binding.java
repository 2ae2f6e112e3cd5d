package dev.recap.tool.binding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.tool.schema.ArgumentCheck;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes Java values of JSON, and nothing that the JSON does not say: no text becomes a number, no
 * fraction a whole number, no unknown name a null, and nothing required is left out.
 */
final class Binding {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .annotationIntrospector(new Strictly())
          .disable(
              MapperFeature.ALLOW_COERCION_OF_SCALARS,
              MapperFeature.USE_GETTERS_AS_SETTERS,
              MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
          .disable(
              DeserializationFeature.ACCEPT_FLOAT_AS_INT,
              DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
              DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
          .defaultLeniency(false)
          .withCoercionConfigDefaults(
              all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  Arrays.stream(CoercionInputShape.values())
                      .filter(shape -> shape != CoercionInputShape.EmptyString)
                      .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
          .build();

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private Binding() {}

  static boolean isOptional(Class<?> type) {
    return OPTIONALS.contains(type);
  }

  /** What an optional holds; any other type itself. */
  static JavaType valueType(JavaType type) {
    return isOptional(type.getRawClass()) ? type.getReferencedType() : type;
  }

  /** {@code ticketId} becomes {@code ticket_id}. */
  static String snakeCase(String camelCase) {
    return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(camelCase);
  }

  static IllegalArgumentException cannot(JavaType type, String why) {
    return new IllegalArgumentException(type.toCanonical() + " " + why);
  }

  /**
   * The value of one parameter.
   *
   * @param given a JSON null where nothing is given
   * @throws IllegalArgumentException when it does not fit, with the field, the value and why
   */
  static @Nullable Object value(String name, JsonNode given, JavaType type) {
    try {
      return JSON.readerFor(type).readValue(given);
    } catch (IOException | RuntimeException unfit) {
      String path = unfit instanceof JsonMappingException inside ? path(inside) : "";
      String value = ArgumentCheck.shown(given.at(path));
      throw new IllegalArgumentException(
          "%s was %s, %s".formatted(name + path.replace('/', '.'), value, reason(unfit)), unfit);
    }
  }

  private static String path(JsonMappingException unfit) {
    return unfit.getPath().stream()
        .map(at -> at.getFieldName() == null ? "/" + at.getIndex() : "/" + at.getFieldName())
        .collect(Collectors.joining());
  }

  /** An author's own words, such as those of a record's constructor, are the best there are. */
  private static String reason(Exception unfit) {
    return switch (unfit) {
      case ValueInstantiationException refused when refused.getCause() != null ->
          "which was refused: " + refused.getCause().getMessage();
      case InvalidFormatException odd -> "which is no " + odd.getTargetType().getSimpleName();
      case JsonMappingException other ->
          other.getOriginalMessage().lines().findFirst().orElse("which does not fit");
      default -> String.valueOf(unfit.getMessage());
    };
  }

  /** Reads annotations so that what they allow is what a schema can say. */
  private static final class Strictly extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      boolean needed = member instanceof AnnotatedParameter && !isOptional(member.getRawType());
      return needed ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    @Override
    public List<PropertyName> findPropertyAliases(Annotated member) {
      return List.of();
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return super.findPropertyIgnoralByName(config, type).withoutIgnoreUnknown();
    }

    /**
     * The variants of a sealed type are told apart by their names, also where it does not say so.
     */
    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated type) {
      JsonTypeInfo.Value said = super.findPolymorphicTypeInfo(config, type);
      return said == null && type instanceof AnnotatedClass && type.getRawType().isSealed()
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, null, null)
          : said;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
      List<NamedType> said = super.findSubtypes(type);
      Class<?> raw = type.getRawType();
      return said == null && raw.isSealed()
          ? Arrays.stream(raw.getPermittedSubclasses()).map(NamedType::new).toList()
          : said;
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass type) {
      String said = super.findTypeName(type);
      return said == null ? type.getRawType().getSimpleName() : said;
    }
  }
}
