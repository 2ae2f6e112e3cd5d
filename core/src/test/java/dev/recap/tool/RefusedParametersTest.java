package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.recap.work.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A toolbox with a parameter that could never be filled in is refused, by tool and parameter. */
class RefusedParametersTest {

  /** Takes one parameter of the type that a subclass names. */
  public abstract static class Taking<T> {
    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String take(T theValue) {
      return "" + theValue;
    }
  }

  interface Animal {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface ByClass {}

  record Inner(int a) {}

  record Unwrapping(@JsonUnwrapped Inner inner) {}

  record Written(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

  record Listing(List<Optional<String>> names) {}

  @JsonDeserialize(using = OwnReader.class)
  record OwnlyRead(int a) {}

  static final class OwnReader extends StdDeserializer<OwnlyRead> {
    private static final long serialVersionUID = 1L;

    OwnReader() {
      super(OwnlyRead.class);
    }

    @Override
    public OwnlyRead deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new OwnlyRead(parser.getIntValue());
    }
  }

  /** Takes any other property, too. */
  public static final class Open {
    private final Map<String, Object> all = new HashMap<>();

    @JsonAnySetter
    public void put(String name, Object value) {
      all.put(name, value);
    }

    public int size() {
      return all.size();
    }
  }

  static Stream<Object> owners() {
    return Stream.of(
        new Taking<Animal>() {},
        new Taking<ByClass>() {},
        new Taking<Unwrapping>() {},
        new Taking<Written>() {},
        new Taking<Listing>() {},
        new Taking<OwnlyRead>() {},
        new Taking<Open>() {},
        new Taking<InputStream>() {},
        new Taking<Path>() {},
        new Taking<Pattern>() {},
        new Taking<Class<?>>() {},
        new Taking<Runnable>() {},
        new Taking<Map<Animal, String>>() {},
        new Taking<Map<Boolean, String>>() {},
        new Taking<List<Optional<String>>>() {},
        new Taking<Optional<Optional<String>>>() {},
        new Taking<Map<String, List<Animal>>>() {});
  }

  @ParameterizedTest
  @MethodSource("owners")
  void areNamed(Object owner) {
    assertThatThrownBy(() -> Tools.of(owner))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tool 'take' cannot take parameter 'the_value', a ");
  }

  /** Generic for itself. */
  public static final class Unbound<T> extends Taking<T> {}

  @Test
  void aTypeVariableThatNothingBindsIsOne() {
    assertThatThrownBy(() -> Tools.of(new Unbound<String>()))
        .hasMessageContaining(
            "parameter 'the_value', a T: nothing says which class its type variable");
  }

  /** Two that the model could not tell apart. */
  public static final class Twins {
    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String take(String ticketId, String ticket_id) {
      return ticketId + ticket_id;
    }
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> Tools.of(new Twins()))
        .hasMessage("tool 'take' has two parameters named 'ticket_id'");
  }

  /** Its item is a record, which is nobody's key. */
  public static final class ByRecord {
    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String take(@Item Inner thing) {
      return "" + thing;
    }
  }

  /** Its item is a fraction. */
  public static final class ByFraction {
    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String take(@Item Optional<Double> thing) {
      return "" + thing;
    }
  }

  @Test
  void anItemThatCanNeverBeReadIsRefused() {
    for (Object owner : List.of(new ByRecord(), new ByFraction())) {
      assertThatThrownBy(() -> Tools.of(owner))
          .hasMessageStartingWith("tool 'take' marks 'thing' as @Item, but a key is a text");
    }
  }
}
