package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the arguments are, they are answered, in no time. */
class HostileArgumentsTest {
  private static final Tools TOOLS =
      Tools.of(
          new TakesValues(),
          new TakesTimes(),
          new TakesStructures(),
          ForeignTool.of(
              "foreign",
              "",
              "{\"type\":\"object\",\"properties\":{\"value\":{\"multipleOf\":0.1}}}",
              (arguments, context) -> ""));

  static Stream<Arguments> hostile() {
    String deep = "{\"name\":\"a\",\"children\":[".repeat(400) + "]}".repeat(400);
    return Stream.of(
        Arguments.of("big", "{\"value\":1e1000000}", "out of range"),
        Arguments.of("big", "{\"value\":1e2147483647}", "out of range"),
        Arguments.of("big", "{\"value\":1e-2147483647}", "out of range"),
        Arguments.of("big", "{\"value\":1e99999999999}", "not valid JSON"),
        Arguments.of("big", "{\"value\":%s}".formatted("9".repeat(100_000)), "not valid JSON"),
        Arguments.of("big", "{\"value\":1e200}", "value was"),
        Arguments.of("amount", "{\"value\":1e500}", "out of range"),
        Arguments.of("whole", "{\"value\":1.7}", "value was 1.7"),
        Arguments.of("foreign", "{\"value\":1e1000000}", "out of range"),
        Arguments.of("object", "{\"value\":%s}".formatted("[".repeat(100_000)), "not valid JSON"),
        Arguments.of("tree", "{\"value\":%s}".formatted("{\"a\":".repeat(5_000)), "not valid JSON"),
        Arguments.of("whole", "{\"value\":%s}".formatted(deep), "value was"),
        Arguments.of("whole", "{\"value\":1,\"value\":2}", "Duplicate field 'value'"),
        Arguments.of("anything", "{\"value\":{\"a\":1,\"\\u0061\":2}}", "Duplicate field 'a'"),
        Arguments.of("text", "{\"value\":\"a\\u0000b\"}", "what is no character"),
        Arguments.of("text", "{\"value\":\"\\ud83d\"}", "what is no character"),
        Arguments.of("anything", "{\"value\":{\"\\ude80\":1}}", "surrogate"),
        Arguments.of("whole", "{\"v\u0430lue\":1}", "'value' not found"),
        Arguments.of("whole", "{\"value\":NaN}", "not valid JSON"),
        Arguments.of("whole", "{\"value\":1}]", "not valid JSON"),
        Arguments.of("whole", "\"value\"", "must be a JSON object"),
        Arguments.of("whole", "null", "must be a JSON object"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void areAnsweredWithAnError(String tool, String arguments, String why) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(Fixture.complaint(TOOLS, Fixture.call(tool, arguments)).orElse(""))
                .contains(why));
  }

  @Test
  void aTreeAsDeepAsJsonMayBeIsRead() {
    String deep = "{'name':'a','children':[".repeat(400) + "]}".repeat(400);

    assertThat(Fixture.complaint(TOOLS, Fixture.call("tree", "{'value':%s}".formatted(deep))))
        .isEmpty();
    assertThat(
            TOOLS
                .runAll(List.of(Fixture.prepared(TOOLS, "tree", "{'value':%s}".formatted(deep))))
                .getFirst()
                .outcome())
        .isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void manyMistakesGiveAShortComplaint() {
    var arguments = new StringBuilder("{'value':1");
    for (int i = 0; i < 5_000; i++) {
      arguments.append(",'%s%d':1".formatted("x".repeat(100), i));
    }
    assertThat(Fixture.complaint(TOOLS, Fixture.call("whole", arguments + "}")).orElse("").length())
        .isLessThan(5_000);
  }
}
