package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.tool.schema.CanonicalJson;
import dev.recap.work.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ToolSchemaTest {

  enum Plain {
    RED,
    GREEN;

    @Override
    public String toString() {
      return "the color " + name();
    }
  }

  enum Renamed {
    @JsonProperty("billing-team")
    BILLING,
    @JsonProperty("tech-support")
    TECH
  }

  record Address(@Param("Where the parcel goes.") String street, Optional<Integer> floor) {}

  /** One tool for each kind of parameter. */
  public static final class Kinds {
    @Tool(value = "Takes nothing.", effect = Effect.READ_ONLY)
    public String nothing() {
      return "";
    }

    @Tool(value = "Takes simple values.", effect = Effect.READ_ONLY)
    public String simple(String someText, int count, double share, boolean flag, LocalDate day) {
      return someText + count + share + flag + day;
    }

    @Tool(value = "Takes choices.", effect = Effect.READ_ONLY)
    public String choices(Plain color, Renamed team) {
      return color + " " + team;
    }

    @Tool(value = "Takes structures.", effect = Effect.READ_ONLY)
    public String structures(Address address, List<String> words, List<Renamed> teams) {
      return address + " " + words + " " + teams;
    }

    @Tool(value = "Takes what may be left out.", effect = Effect.READ_ONLY)
    public String optional(
        @Param("Leave it out for all.") Optional<Integer> limit, CallContext context) {
      return limit + context.runId();
    }
  }

  private static final Tools TOOLS = Tools.of(new Kinds());

  private static JsonNode schema(String tool) {
    return TOOLS.specs().stream()
        .filter(spec -> spec.name().equals(tool))
        .map(spec -> CanonicalJson.read(spec.inputSchema()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode property(String tool, String name) {
    return schema(tool).at("/properties/" + name);
  }

  private static JsonNode json(String text) {
    return CanonicalJson.read(text.replace('\'', '"'));
  }

  @Test
  void aToolWithoutParametersTakesAnEmptyObjectAndNothingElse() {
    assertThat(schema("nothing"))
        .isEqualTo(json("{'type':'object','properties':{},'additionalProperties':false}"));
  }

  @Test
  void simpleTypesKeepTheirJsonTypeUnderSnakeCaseNames() {
    assertThat(schema("simple").path("properties"))
        .isEqualTo(
            json(
                """
                {'some_text':{'type':'string'},'count':{'type':'integer'},
                 'share':{'type':'number'},'flag':{'type':'boolean'},
                 'day':{'type':'string','format':'date'}}\
                """));
  }

  @Test
  void whatIsNotOptionalIsRequiredInTheOrderOfTheMethod() {
    assertThat(schema("simple").path("required"))
        .isEqualTo(json("['some_text','count','share','flag','day']"));
  }

  @Nested
  class AnEnum {
    @Test
    void listsItsConstantsByName() {
      assertThat(property("choices", "color"))
          .isEqualTo(json("{'type':'string','enum':['RED','GREEN']}"));
    }

    @Test
    void listsTheNamesThatJacksonReadsWhereTheyDiffer() {
      assertThat(property("choices", "team"))
          .isEqualTo(json("{'type':'string','enum':['billing-team','tech-support']}"));
    }
  }

  @Nested
  class AStructure {
    @Test
    void ofARecordHasItsComponentsWithDescriptionsAndForbidsOthers() {
      JsonNode address = property("structures", "address");

      assertThat(address.at("/properties/street/description").asText())
          .isEqualTo("Where the parcel goes.");
      assertThat(address.path("additionalProperties")).isEqualTo(json("false"));
    }

    @Test
    void ofARecordRequiresAllButOptionalComponents() {
      JsonNode address = property("structures", "address");

      assertThat(address.path("required")).isEqualTo(json("['street']"));
      assertThat(address.at("/properties/floor/type").toString()).contains("integer");
    }

    @Test
    void ofAListHasTheSchemaOfItsElements() {
      assertThat(property("structures", "words"))
          .isEqualTo(json("{'type':'array','items':{'type':'string'}}"));
      assertThat(property("structures", "teams").at("/items/enum"))
          .isEqualTo(json("['billing-team','tech-support']"));
    }
  }

  @Nested
  class WhatMayBeLeftOut {
    @Test
    void hasTheSchemaOfItsValueAndIsNotRequired() {
      assertThat(property("optional", "limit").path("type").asText()).isEqualTo("integer");
      assertThat(schema("optional").has("required")).isFalse();
    }

    @Test
    void isDescribedByParam() {
      assertThat(property("optional", "limit").path("description").asText())
          .isEqualTo("Leave it out for all.");
    }

    @Test
    void doesNotIncludeTheContextThatTheRuntimeFillsIn() {
      assertThat(schema("optional").path("properties").size()).isEqualTo(1);
    }
  }
}
