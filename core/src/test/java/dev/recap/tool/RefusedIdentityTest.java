package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.WorkItem.Letters;
import org.junit.jupiter.api.Test;

/**
 * Tools whose marks leave it to a guess what one effect is, or contradict each other, are refused.
 */
class RefusedIdentityTest {
  private static void refuses(String why, Object owner) {
    assertThatThrownBy(() -> Tools.of(owner))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  static final class MoreThanItsItem {
    @Tool(value = "Pays.", effect = Effect.ONCE)
    public String pay(@Item String invoice, double amount, String note) {
      return "";
    }
  }

  @Test
  void aOnceOnlyToolHasMoreThanItsItem() {
    refuses(
        "tool 'pay' happens once, but what makes two calls the same is left to a guess: mark"
            + " those of [amount, note] that count with @Key, or say itemAlone = true if"
            + " [invoice] alone counts",
        new MoreThanItsItem());
  }

  static final class NoItem {
    @Tool(value = "Pays.", effect = Effect.ONCE)
    public String pay(double amount) {
      return "";
    }
  }

  @Test
  void aOnceOnlyToolHasNoItem() {
    refuses(
        "tool 'pay' happens once, but what makes two calls the same is left to a guess: mark"
            + " those of [amount] that count with @Key, or the work item with @Item",
        new NoItem());
  }

  static final class Nothing {
    @Tool(value = "Resets.", effect = Effect.ONCE)
    public String reset() {
      return "";
    }
  }

  @Test
  void aOnceOnlyToolHasNoParameters() {
    refuses(
        "tool 'reset' happens once and has no parameters: say scope = JOURNAL if it may happen"
            + " once in a whole journal, or give it a parameter marked @Item or @Key",
        new Nothing());
  }

  static final class Both {
    @Tool(value = "Pays.", effect = Effect.ONCE, itemAlone = true)
    public String pay(@Item String invoice, @Key double amount) {
      return "";
    }
  }

  @Test
  void theMarksContradictEachOther() {
    refuses(
        "tool 'pay' says itemAlone, so it needs an @Item and no @Key, but has [invoice][amount]",
        new Both());
  }

  static final class OpeningOfNothing {
    @Tool(value = "Pays.", effect = Effect.ONCE, scope = Scope.OPENING)
    public String pay(@Key double amount) {
      return "";
    }
  }

  @Test
  void theScopeIsAnOpeningOfNoItem() {
    refuses(
        "tool 'pay' the scope is an item's OPENING, but no parameter is marked @Item",
        new OpeningOfNothing());
  }

  static final class Unseen {
    @Tool(value = "Pays.", effect = Effect.ONCE, keyHonouredSeconds = 60)
    public String pay(@Key double amount) {
      return "";
    }
  }

  @Test
  void theOtherSideIsToHonourAKeyThatTheToolNeverSees() {
    refuses(
        "tool 'pay' hands its idempotency key on, so it needs a CallContext as a parameter",
        new Unseen());
  }

  static final class Looker {
    @Tool(value = "Closes.", effect = Effect.READ_ONLY)
    public Closed<String> close(@Item String invoice) {
      return Closed.of("");
    }
  }

  @Test
  void aReadOnlyToolCloses() {
    refuses("tool 'close' closes a work item, so it is not READ_ONLY", new Looker());
  }

  static final class Login {
    @Tool(value = "Logs in.", effect = Effect.ONCE)
    public String login(@Key String user) {
      return "";
    }

    @Tool(value = "Closes.", effect = Effect.ONCE, requires = "login")
    public Closed<String> close(@Item String invoice) {
      return Closed.of("");
    }
  }

  @Test
  void closingRequiresWhatCanHappenOnceInAllOpenings() {
    refuses(
        "tool 'close' requires 'login', which happens once in the whole journal: in the next"
            + " opening it could not happen, and nothing could be closed",
        new Login());
  }

  static final class Mixed {
    @Tool(value = "A.", effect = Effect.READ_ONLY)
    public String a(@Item(letters = Letters.UPPER) String invoice) {
      return "";
    }

    @Tool(value = "B.", effect = Effect.READ_ONLY)
    public String b(@Item String invoice) {
      return "";
    }
  }

  @Test
  void twoToolsSpellItemsDifferently() {
    refuses(
        "the tools of a toolbox spell their @Item alike, but these differ: {UPPER=a,"
            + " AS_WRITTEN=b}",
        new Mixed());
  }

  @Test
  void aForeignOnceOnlyToolNamesNothing() {
    refuses(
        "tool 'pay' happens once, but of which arguments is left to a guess: say"
            + " once(\"argument\", ...)",
        ForeignTool.of("pay", "Pays.", "{\"type\":\"object\"}", (arguments, call) -> "")
            .effect(Effect.ONCE));
  }
}
