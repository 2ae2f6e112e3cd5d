package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.schema.CanonicalJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The JSON Schemas of Java's single values: what a model is told, and what it need not be told. */
final class Scalars {
  private record Scalar(ObjectNode told, ObjectNode untold) {}

  private static final Map<Class<?>, Scalar> ALL = new HashMap<>();

  static {
    add("{'type':'string'}", "{}", String.class, CharSequence.class);
    text("pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", Locale.class);
    add("{'type':'string','minLength':1,'maxLength':1}", "{}", char.class, Character.class);
    add("{'type':'boolean'}", "{}", boolean.class, Boolean.class, AtomicBoolean.class);
    add("{'type':'integer','minimum':-128,'maximum':127}", "{}", byte.class, Byte.class);
    add("{'type':'integer','minimum':-32768,'maximum':32767}", "{}", short.class, Short.class);
    whole(range(31), int.class, Integer.class, AtomicInteger.class);
    whole(range(63), long.class, Long.class, AtomicLong.class);
    whole("{'exclusiveMinimum':-1e100,'exclusiveMaximum':1e100}", BigInteger.class);
    whole("{'minimum':-999999999,'maximum':999999999}", Year.class);
    number(Double.MAX_VALUE, double.class, Double.class);
    number(Float.MAX_VALUE, float.class, Float.class);
    add("{'type':'number'}", "{}", BigDecimal.class, Number.class);
    add("{'type':'string','contentEncoding':'base64'}", "{}", byte[].class);
    text("format", "date", LocalDate.class);
    text(
        "format",
        "date-time",
        Instant.class,
        OffsetDateTime.class,
        ZonedDateTime.class,
        Date.class);
    text("format", "time", OffsetTime.class);
    // The two as OpenAPI's registry of formats has them: without an offset.
    text("format", "date-time-local", LocalDateTime.class);
    text("format", "time-local", LocalTime.class);
    add(
        "{'type':'string','format':'duration'}",
        "{'pattern':'^P(?=[0-9T])([0-9]{1,9}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}([.][0-9]{1,9})?S)?)?$'}",
        Duration.class);
    add(
        "{'type':'string','format':'duration'}",
        "{'pattern':'^P(?=[0-9])([0-9]{1,9}Y)?([0-9]{1,9}M)?([0-9]{1,8}W)?([0-9]{1,9}D)?$'}",
        Period.class);
    text("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$", YearMonth.class);
    text("pattern", "^(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])$", ZoneOffset.class);
    text("format", "time-zone", ZoneId.class);
    text("format", "currency", Currency.class);
    text("format", "uuid", UUID.class);
    text("format", "uri", URI.class);
    add("{'type':'string','format':'uri','pattern':'^https?://'}", "{}", URL.class);
    add("{}", "{}", Object.class, JsonNode.class);
    add("{'type':'object'}", "{}", ObjectNode.class);
    add("{'type':'array'}", "{}", ArrayNode.class);
  }

  private Scalars() {}

  /** The schema of a value; null when the type is none of these. */
  static @Nullable ObjectNode schema(JavaType type, boolean exact) {
    if (type.isEnumType()) {
      return choices(type);
    }
    Scalar scalar = ALL.get(type.getRawClass());
    if (scalar == null) {
      return null;
    }
    ObjectNode schema = scalar.told.deepCopy();
    return exact ? schema.setAll(scalar.untold) : schema;
  }

  /** The schema of a map's key; null when the type cannot be one. */
  static @Nullable ObjectNode key(JavaType type, boolean exact) {
    if (type.hasRawClass(Integer.class) || type.hasRawClass(Long.class)) {
      int more = type.hasRawClass(Long.class) ? 17 : 8;
      return json("{'pattern':'^(0|-?[1-9][0-9]{0,%d})$'}".formatted(more));
    }
    ObjectNode schema = schema(type, exact);
    boolean text = schema != null && schema.path("type").asText().equals("string");
    return text && !type.hasRawClass(byte[].class) ? schema : null;
  }

  /** Every constant by the name it is written with, if it is also read by that name. */
  private static ObjectNode choices(JavaType type) {
    ArrayNode names = Binding.JSON.createArrayNode();
    for (Object constant : type.getRawClass().getEnumConstants()) {
      JsonNode name = Binding.JSON.valueToTree(constant);
      if (!(name.isTextual() || name.isIntegralNumber())
          || !constant.equals(Binding.value("", name, type))) {
        throw Binding.cannot(
            type, "writes %s as %s, but does not read it so".formatted(constant, name));
      }
      names.add(name);
    }
    String kind = names.path(0).isIntegralNumber() ? "integer" : "string";
    return Binding.JSON.createObjectNode().put("type", kind).set("enum", names);
  }

  private static void add(String told, String untold, Class<?>... types) {
    for (Class<?> type : types) {
      ALL.put(type, new Scalar(json(told), json(untold)));
    }
  }

  private static void whole(String range, Class<?>... types) {
    add("{'type':'integer'}", range, types);
  }

  private static String range(int bits) {
    BigInteger above = BigInteger.ONE.shiftLeft(bits);
    return "{'minimum':%s,'maximum':%s}".formatted(above.negate(), above.subtract(BigInteger.ONE));
  }

  private static void number(double most, Class<?>... types) {
    add("{'type':'number'}", "{'minimum':%s,'maximum':%s}".formatted(-most, most), types);
  }

  private static void text(String keyword, String value, Class<?>... types) {
    add("{'type':'string','%s':'%s'}".formatted(keyword, value), "{}", types);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) CanonicalJson.read(text.replace('\'', '"'));
  }
}
