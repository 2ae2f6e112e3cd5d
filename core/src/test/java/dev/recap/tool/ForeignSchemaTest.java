package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ToolSpec;
import dev.recap.work.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read in a foreign schema is not checked and is named; the rest is checked. */
@Isolated("standard error is the whole JVM's")
class ForeignSchemaTest {

  private static ForeignTool tool(String name, String schema) {
    return ForeignTool.of(name, "", schema.replace('\'', '"'), (arguments, context) -> "sung");
  }

  private static String complaint(Tools tools, String arguments) {
    return Fixture.complaint(tools, Fixture.call("sing", arguments)).orElse("");
  }

  private static Tools withPart(String part) {
    return Tools.of(
        tool("dance", "{'type':'object'}"),
        tool(
            "sing",
            "{'type':'object','properties':{'a':{'type':'string'},'b':%s},'required':['a']}"
                .formatted(part)));
  }

  /** A part, and two values for it that pass or are refused as far as the part can be read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          {'$ref':'#/$defs/nowhere'}                        ! 1          !
          {'type':'string','$ref':'https://example.org/x'}  ! 'a'        ! 1
          {'$ref':'other.json#/a'}                          ! 1          !
          {'type':'string','pattern':'['}                   ! '('        ! 1
          {'type':'string','maxLength':'long'}              ! 'aaa'      ! 1
          {'type':'strin'}                                  ! 'a'        !
          {'type':'integer','minimum':0,'exclusiveMinimum':true} ! 0     ! -1
          {'enum':'red'}                                    ! 'red'      !
          {'type':'object','properties':[],'additionalProperties':false} ! {'x':1} ! 1
          {'type':'object','properties':{'x':'string','y':{'type':'string'}}} ! {'x':1} ! {'y':1}
          {'type':'object','patternProperties':{'[':{'type':'string'}},'additionalProperties':false} ! {'x':1} ! 1
          {'type':'array','items':[{'type':'string'}]}      ! [1]        ! 1
          {'type':'string','allOf':{'maxLength':1}}         ! 'aa'       ! 1
          {'anyOf':[{'type':'string'},{'$ref':'#/$defs/nowhere'}]} ! 1   !
          {'not':{'$ref':'#/$defs/nowhere'}}                ! 1          !
          {'oneOf':[{'type':'integer'},{'$ref':'#/$defs/nowhere'}]} ! 1  !
          {'type':'integer','if':{'$ref':'#/$defs/nowhere'},'then':false} ! 1 ! 'a'
          7                                                 ! 1          !
          """)
  void isUncheckedAsFarAsItCannotBeRead(String part, String passes, String refused) {
    Tools tools = withPart(part);

    assertThat(tools.specs()).extracting(ToolSpec::name).containsExactly("dance", "sing");
    assertThat(complaint(tools, "{'a':'x','b':%s}".formatted(passes))).isEmpty();
    assertThat(complaint(tools, "{'a':1}")).contains("a was 1");
    assertThat(complaint(tools, "{}")).contains("required property 'a'");
    if (refused != null) {
      assertThat(complaint(tools, "{'a':'x','b':%s}".formatted(refused)))
          .containsPattern("b[.y]* was");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://json-schema.org/draft-04/schema#",
    "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-07/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
    "https://example.org/a-dialect-of-our-own",
  })
  void isReadInItsDialectOrElseInTheNewest(String dialect) {
    Tools tools =
        Tools.of(
            tool(
                "sing",
                "{'$schema':'%s','type':'object','properties':{'a':{'type':'string'}}}"
                    .formatted(dialect)));

    assertThat(complaint(tools, "{'a':'x'}")).isEmpty();
    assertThat(complaint(tools, "{'a':1}")).contains("a was 1");
  }

  @Test
  void oldDialectsKeepTheirMeaning() {
    Tools tools =
        Tools.of(
            tool(
                "sing",
                "{'$schema':'http://json-schema.org/draft-07/schema#','type':'object',"
                    + "'properties':{'a':{'items':[{'type':'string'},{'type':'integer'}]}}}"));

    assertThat(complaint(tools, "{'a':[1,1]}")).contains("a.0 was 1");
    assertThat(complaint(tools, "{'a':['x',1]}")).isEmpty();
  }

  /** Two servers that name their schemas alike do not read each other's. */
  @Test
  void aNameIsItsOwn() {
    String schema = "{'$id':'https://example.org/input','type':'object','properties':{'a':%s}}";
    Tools tools =
        Tools.of(
            tool("dance", schema.formatted("{'type':'integer'}")),
            tool("sing", schema.formatted("{'type':'string'}")));

    assertThat(complaint(tools, "{'a':'x'}")).isEmpty();
    assertThat(complaint(tools, "{'a':1}")).contains("a was 1");
  }

  @Test
  void thatNestsWithoutEndIsReadAsDeepAsCallsGo() {
    Tools tools = withPart("{'properties':{'b':".repeat(5_000) + "true" + "}}".repeat(5_000));

    assertThat(complaint(tools, "{'a':'x','b':{'b':1}}")).isEmpty();
    assertThat(complaint(tools, "{'a':1}")).contains("a was 1");
  }

  @Test
  void thatRefersToItselfForEverIsNotApplied() {
    Tools tools = Tools.of(tool("sing", "{'type':'object','allOf':[{'$ref':'#'}]}"));

    assertThat(complaint(tools, "{'a':'x'}")).isEmpty();
  }

  @Test
  void whosePatternNeverComesToAnEndDoesNotHoldUpTheRun() {
    Tools tools = withPart("{'type':'string','pattern':'^(a+)+$'}");
    long begun = System.nanoTime();

    assertThat(complaint(tools, "{'a':'x','b':'%s!'}".formatted("a".repeat(5_000)))).isEmpty();
    assertThat(complaint(tools, "{'a':'x','b':'b'}")).contains("b was");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void isNamedWithItsToolInTheLog() {
    PrintStream before = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      withPart("{'type':'string','pattern':'['}");
    } finally {
      System.setErr(before);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("WARN")
        .contains("the schema of tool 'sing' cannot be read at [/properties/b/pattern]")
        .doesNotContain("dance");
  }

  /** A schema comes from outside: it must not make this process call somebody. */
  @Test
  void thatPointsElsewhereIsNotFetched() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Tools tools = withPart("{'$ref':'http://127.0.0.1:%d/a'}".formatted(server.getLocalPort()));
      assertThat(complaint(tools, "{'a':'x','b':1}")).isEmpty();
      server.setSoTimeout(1);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Nested
  class AHandler {
    @Test
    void thatReturnsNullIsDoneAsAnAnnotatedToolWouldBe() {
      var tools =
          Tools.of(ForeignTool.of("sing", "", "{\"type\":\"object\"}", (arguments, c) -> null));

      assertThat(tools.runAll(List.of(Fixture.prepared(tools, "sing", "{}"))).getFirst())
          .isEqualTo(new ToolAnswer("call-sing", "done", Outcome.CONFIRMED, null));
    }
  }
}
