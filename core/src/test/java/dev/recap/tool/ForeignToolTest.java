package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ToolSpec;
import dev.recap.tool.ForeignTool.Handler;
import dev.recap.tool.ForeignTool.Hints;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignToolTest {
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer",\
      "minimum":1}},"required":["city"],"additionalProperties":false}\
      """;

  private static ForeignTool weather(Handler handler) {
    return ForeignTool.of("weather", "Tells the weather.", SCHEMA, handler);
  }

  private static ToolAnswer run(ForeignTool tool, String arguments) {
    Tools tools = Tools.of(tool);
    return tools.runAll(List.of(Fixture.prepared(tools, "weather", arguments))).getFirst();
  }

  /** An annotated tool to stand beside foreign ones. */
  public static final class Own {
    @Tool(value = "Measures.", effect = Effect.READ_ONLY)
    public int measure() {
      return 20;
    }
  }

  @Nested
  class TheModel {
    @Test
    void isToldWhatTheForeignPartyWroteInTheOrderOfTheCaller() {
      Tools tools = Tools.of(weather((arguments, context) -> ""), new Own());

      assertThat(tools.specs()).extracting(ToolSpec::name).containsExactly("weather", "measure");
      assertThat(tools.specs().getFirst())
          .isEqualTo(new ToolSpec("weather", "Tells the weather.", SCHEMA));
    }

    @Test
    void isToldWhichArgumentDoesNotFit() {
      Tools tools = Tools.of(weather((arguments, context) -> ""));

      assertThat(
              tools
                  .check(Fixture.call("weather", "{'city':'Ulm','days':0}"))
                  .complaint()
                  .orElseThrow())
          .isEqualTo("weather was not called: days was 0, must have a minimum value of 1");
      assertThat(tools.check(Fixture.call("weather", "{'city':'Ulm'}")).complaint()).isEmpty();
    }
  }

  @Nested
  class ACall {
    @Test
    void getsTheArgumentsInTheirOneSpellingAndAnIdempotencyKey() {
      ForeignTool tool =
          weather((arguments, context) -> context.idempotencyKey() + " " + arguments);

      ToolAnswer answer = run(tool, "{ 'city': 'Ulm' }");

      assertThat(answer.outcome()).isEqualTo(Outcome.CONFIRMED);
      assertThat(answer.text()).isEqualTo("weather:key {\"city\":\"Ulm\"}");
    }

    @Test
    void thatIsRefusedHasChangedNothing() {
      ForeignTool tool =
          weather((arguments, context) -> {
            throw new ToolFailure("no such city");
          });

      assertThat(run(tool, "{'city':'Ulm'}"))
          .isEqualTo(new ToolAnswer("call-weather", "no such city", Outcome.FAILED, null));
    }

    /** At most once, else unknown: a broken line does not say how far the call came. */
    @Test
    void thatBreaksOffIsUnknownUnlessItOnlyReads() {
      ForeignTool tool =
          weather((arguments, context) -> {
            throw new IOException("connection reset");
          });

      assertThat(run(tool, "{'city':'Ulm'}").outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(run(tool, "{'city':'Ulm'}").text())
          .startsWith("weather broke off: connection reset.");
      assertThat(run(tool.effect(Effect.READ_ONLY), "{'city':'Ulm'}"))
          .isEqualTo(
              new ToolAnswer(
                  "call-weather", "weather failed: connection reset", Outcome.FAILED, null));
    }
  }

  @Nested
  class WhatItDoesToTheWorld {
    @ParameterizedTest
    @CsvSource({
      // read-only, idempotent, destructive, believed of anybody, believed of a trusted party
      "false, false, true,  UNDECLARED, UNDECLARED",
      "false, false, false, UNDECLARED, UNDECLARED",
      "false, true,  false, UNDECLARED, IDEMPOTENT",
      "false, true,  true,  UNDECLARED, UNDECLARED",
      "true,  false, false, READ_ONLY,  READ_ONLY",
      "true,  true,  false, READ_ONLY,  READ_ONLY",
      "true,  false, true,  UNDECLARED, UNDECLARED",
    })
    void isBelievedAsFarAsItDoesNoHarm(
        boolean readOnly, boolean idempotent, boolean destructive, Effect anybody, Effect trusted) {
      var hints = new Hints(readOnly, idempotent, destructive);
      ForeignTool tool = weather((arguments, context) -> "");

      assertThat(tool.hints(hints).declaration().effect()).isEqualTo(anybody);
      assertThat(tool.trustedHints(hints).declaration().effect()).isEqualTo(trusted);
    }

    @Test
    void isUndeclaredUnlessSomebodySaysSomething() {
      ForeignTool tool = weather((arguments, context) -> "");

      assertThat(Tools.of(tool).declaration("weather").orElseThrow().effect())
          .isEqualTo(Effect.UNDECLARED);
      assertThat(tool.hints(Hints.NONE).declaration().effect()).isEqualTo(Effect.UNDECLARED);
    }

    @Test
    void mayBeSaidByTheCallerWhoKnowsIt() {
      ForeignTool tool = weather((arguments, context) -> "").once("city").needingApproval();
      ToolDeclaration declaration = Tools.of(tool).declaration("weather").orElseThrow();

      assertThat(declaration.effect()).isEqualTo(Effect.ONCE);
      assertThat(declaration.approval()).isTrue();
    }
  }

  @Nested
  class ItIsAMistake {
    private void refuses(String why, String name, String schema) {
      assertThatThrownBy(
              () -> Tools.of(ForeignTool.of(name, "", schema, (arguments, context) -> "")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(why);
    }

    @Test
    void toGiveASchemaThatIsNoJson() {
      refuses("the schema of tool 'sing' is not JSON", "sing", "{type:object}");
    }

    @Test
    void toGiveASchemaOfSomethingElseThanAnObject() {
      refuses("type object, but its type is \"array\"", "sing", "{\"type\":\"array\"}");
      refuses("type object, but its type is ", "sing", "true");
    }

    @Test
    void toGiveItABadName() {
      refuses("was 'sing a song'", "sing a song", SCHEMA);
    }

    @Test
    void toGiveTwoToolsOneName() {
      ForeignTool tool = weather((arguments, context) -> "");

      assertThatThrownBy(() -> Tools.of(tool, tool)).hasMessageContaining("two named 'weather'");
    }
  }
}
