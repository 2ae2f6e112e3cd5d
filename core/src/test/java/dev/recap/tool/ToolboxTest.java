package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ToolSpec;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {

  /** Two tools, one of them renamed. */
  public static class Shop {
    @Tool(value = "Sells something.", effect = Effect.ONCE, name = "sell")
    public String sellSomething(@Key String thing, String note) {
      return thing + note;
    }

    @Tool(value = "Looks around.", effect = Effect.READ_ONLY)
    public String lookAround() {
      return "";
    }
  }

  /** Has a tool of the same name as another owner's. */
  public static final class Rival {
    @Tool(value = "Sells, too.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String sell() {
      return "";
    }
  }

  /** Requires what is not there. */
  public static final class Demanding {
    @Tool(value = "Closes.", effect = Effect.ONCE, requires = "inspect")
    public Closed<String> close(@Item String thing) {
      return Closed.of(thing);
    }
  }

  /** Acts on two items at once. */
  public static final class TwoItems {
    @Tool(value = "Swaps.", effect = Effect.ONCE)
    public String swap(@Item String one, @Item String other) {
      return one + other;
    }
  }

  /** Closes nothing in particular. */
  public static final class ClosesNothing {
    @Tool(value = "Closes.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public Closed<String> close() {
      return Closed.of("");
    }
  }

  /** Is marked as closing, but returns something else. */
  public static final class ClosesInWordsOnly {
    @Tool(value = "Closes.", effect = Effect.ONCE, requires = "close")
    public String close(@Item String thing) {
      return thing;
    }
  }

  /** Has a tool that nobody outside can see. */
  public static final class Secretive {
    @Tool(value = "Whispers.", effect = Effect.READ_ONLY)
    String whisper() {
      return "";
    }

    @Tool(value = "Talks.", effect = Effect.READ_ONLY)
    public String talk() {
      return "";
    }
  }

  /** Implements a generic interface, for which the compiler adds a second method. */
  public static final class Generic implements Function<String, String> {
    @Override
    @Tool(value = "Echoes.", effect = Effect.READ_ONLY)
    public String apply(String word) {
      return word;
    }
  }

  /** Its item's key is a number. */
  public static final class Numbered {
    @Tool(value = "Looks at an order.", effect = Effect.READ_ONLY)
    public String look(@Item long order) {
      return "order " + order;
    }
  }

  @Nested
  class WhatItTells {
    @Test
    void areSpecsByNameWithinEachOwner() {
      assertThat(Tools.of(new Shop()).specs())
          .extracting(ToolSpec::name, ToolSpec::description)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("look_around", "Looks around."),
              org.assertj.core.groups.Tuple.tuple("sell", "Sells something."));
    }

    @Test
    void areDeclarationsOfToolsThatExist() {
      Tools tools = Tools.of(new Shop());

      assertThat(tools.declaration("sell").orElseThrow().effect()).isEqualTo(Effect.ONCE);
      assertThat(tools.declaration("steal")).isEmpty();
    }

    @Test
    void isNothingForAPlainChat() {
      assertThat(Toolbox.of().specs()).isEmpty();
    }
  }

  @Nested
  class TheKeyOfAnEffect {
    private final Tools tools = Tools.of(new Shop(), new Numbered());
    private final Opening first = new Opening(new WorkItem("T-1"), 1);

    private String key(Opening opening, String arguments) {
      return tools.check(Fixture.call("sell", arguments)).idempotencyKey(opening).value();
    }

    @Test
    void dependsOnTheArgumentsThatTheAuthorNamed() {
      assertThat(key(first, "{'thing':'pen','note':'a'}"))
          .isEqualTo(key(first, "{'note':'b','thing':'pen'}"))
          .isNotEqualTo(key(first, "{'thing':'ink','note':'a'}"));
    }

    @Test
    void dependsOnTheOpening() {
      var second = new Opening(new WorkItem("T-1"), 2);

      assertThat(key(first, "{'thing':'pen','note':'a'}"))
          .isNotEqualTo(key(second, "{'thing':'pen','note':'a'}"));
    }

    @Test
    void beginsWithTheToolsName() {
      assertThat(key(first, "{'thing':'pen','note':'a'}")).matches("sell:[0-9a-f]{32}");
    }

    @Test
    void knowsItemsThatAreNamedByANumber() {
      assertThat(tools.check(Fixture.call("look", "{'order':17}")).item())
          .isEqualTo(Optional.of(new WorkItem("17")));
    }
  }

  @Nested
  class Refuses {
    private void refuses(String why, Object... owners) {
      assertThatThrownBy(() -> Tools.of(owners))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(why);
    }

    @Test
    void twoToolsOfOneName() {
      refuses("two named 'sell'", new Shop(), new Rival());
    }

    @Test
    void aClosingToolThatRequiresWhatDoesNotExist() {
      refuses("tool 'close' requires 'inspect', but there are only [close]", new Demanding());
    }

    @Test
    void twoItemsInOneCall() {
      refuses("tool 'swap' marks [one, other] as @Item", new TwoItems());
    }

    @Test
    void aClosingToolThatNamesNoItem() {
      refuses("tool 'close' closes a work item, so one parameter", new ClosesNothing());
    }

    @Test
    void aMarkedClosingToolThatReturnsSomethingElse() {
      refuses("must return Closed<...>, but returns String", new ClosesInWordsOnly());
    }

    @Test
    void anObjectWithoutTools() {
      refuses("no public method marked @Tool", "a string");
    }

    @Test
    void aMarkedMethodThatIsNotPublicInsteadOfLeavingItOut() {
      refuses("must be public", new Secretive());
    }

    @Test
    void parametersWithoutNames(@TempDir Path folder) throws Exception {
      refuses("compile it with -parameters", compiledWithoutParameterNames(folder));
    }
  }

  @Test
  void aMethodThatTheCompilerAddedIsNoSecondTool() {
    assertThat(Tools.of(new Generic()).specs()).hasSize(1);
  }

  private static Object compiledWithoutParameterNames(Path folder) throws Exception {
    Path source = folder.resolve("Nameless.java");
    Files.writeString(
        source,
        """
        public class Nameless {
          @dev.recap.tool.Tool(value = "x", effect = dev.recap.work.Effect.READ_ONLY)
          public String x(String word) { return word; }
        }
        """);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    if (result != 0) {
      throw new IOException("javac said " + result);
    }
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      return loader.loadClass("Nameless").getConstructor().newInstance();
    }
  }
}
