package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import dev.recap.work.WorkItem.Letters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes two calls the same effect is said, not guessed. */
class IdentityTest {

  record Line(String sku, double amount) {}

  static final class Payments {
    @Tool(value = "Pays.", effect = Effect.ONCE)
    public String pay(
        @Item String invoice,
        @Key(letters = Letters.UPPER) String currency,
        @Key double amount,
        Optional<String> note) {
      return invoice + " " + currency + " " + amount;
    }

    @Tool(value = "Sends.", effect = Effect.ONCE, itemAlone = true)
    public String send(@Item String invoice, String text) {
      return invoice;
    }

    @Tool(value = "Registers.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String register(@Item String invoice) {
      return invoice;
    }

    @Tool(value = "Books.", effect = Effect.ONCE)
    public String book(
        @Item UUID room,
        @Key Duration time,
        @Key Set<String> guests,
        @Key Map<String, Integer> of) {
      return room + " " + time + " " + guests + " " + of;
    }

    @Tool(value = "Orders.", effect = Effect.ONCE)
    public String order(@Key List<Line> lines, @Key Optional<String> voucher) {
      return lines + " " + voucher;
    }
  }

  private final Tools tools = Tools.of(new Payments());

  private IdempotencyKey key(String tool, String arguments, int opening) {
    CheckedCall call = tools.check(Fixture.call(tool, arguments));
    assertThat(call.complaint()).isEmpty();
    return call.idempotencyKey(call.item().map(item -> new Opening(item, opening)).orElse(null));
  }

  private String told(String tool, String arguments) {
    return tools.runAll(List.of(Fixture.prepared(tools, tool, arguments))).getFirst().text();
  }

  static Stream<Arguments> sameEffects() {
    String pay = "{'invoice':'%s','currency':'%s','amount':%s}";
    String plain = pay.formatted("Caf\u00e9 7", "EUR", "10");
    return Stream.of(
        Arguments.of("pay", plain, pay.formatted("Cafe\u0301 7", "EUR", "10")),
        Arguments.of("pay", plain, pay.formatted(" Caf\u00e9 7\\n", "EUR", "10")),
        Arguments.of("pay", plain, pay.formatted("\u00a0Caf\u00e9 7\u3000", "eur ", "10")),
        Arguments.of("pay", plain, pay.formatted("Caf\u00e9 7", "EUR", "10.00")),
        Arguments.of("pay", plain, pay.formatted("Caf\u00e9 7", "EUR", "1e1")),
        Arguments.of("pay", plain, plain.replace("}", ",'note':'again'}")),
        Arguments.of(
            "send", "{'invoice':'I','text':'Dear A'}", "{'text':'Dear B','invoice':' I '}"),
        Arguments.of(
            "book",
            "{'room':'123e4567-e89b-12d3-a456-42661417400a','time':'PT1M','guests':['b','a'],'of':{'caf\u00e9':1}}",
            "{'room':'123E4567-E89B-12D3-A456-42661417400A','time':'PT60S','guests':['a','b'],'of':{' cafe\u0301':1}}"),
        Arguments.of(
            "order",
            "{'lines':[{'sku':'a','amount':1}]}",
            "{'voucher':null,'lines':[{'amount':1.0,'sku':' a'}]}"));
  }

  @ParameterizedTest
  @MethodSource("sameEffects")
  void anotherSpellingIsNotAnotherEffectAndTheToolGetsTheOneSpelling(
      String tool, String one, String other) {
    assertThat(key(tool, other, 1)).isEqualTo(key(tool, one, 1));
    assertThat(told(tool, other)).isEqualTo(told(tool, one));
  }

  static Stream<Arguments> differentEffects() {
    String pay = "{'invoice':'%s','currency':'%s','amount':%s}";
    String plain = pay.formatted("I-7", "EUR", "10");
    return Stream.of(
        Arguments.of("pay", plain, pay.formatted("i-7", "EUR", "10")),
        Arguments.of("pay", plain, pay.formatted("I-07", "EUR", "10")),
        Arguments.of("pay", plain, pay.formatted("I-7", "EUR", "10.01")),
        Arguments.of("pay", plain, pay.formatted("I-7", "USD", "10")),
        Arguments.of("order", "{'lines':[]}", "{'lines':[],'voucher':'v'}"));
  }

  @ParameterizedTest
  @MethodSource("differentEffects")
  void anotherValueIs(String tool, String one, String other) {
    assertThat(key(tool, other, 1)).isNotEqualTo(key(tool, one, 1));
  }

  @Test
  void caseDoesNotCountInAnyAlphabetWhereItsAuthorSaysSo() {
    assertThat(Letters.LOWER.spell("\u039f\u03a3")).isEqualTo(Letters.LOWER.spell("\u03bf\u03c3"));
    assertThat(Letters.LOWER.spell("\u03bf\u03c2")).isEqualTo(Letters.LOWER.spell("\u039f\u03a3"));
    assertThat(Letters.UPPER.spell("Stra\u1e9ee")).isEqualTo(Letters.UPPER.spell("stra\u00dfe"));
  }

  @Test
  void onceReachesToTheClosingUnlessItsAuthorSaysForEver() {
    String pay = "{'invoice':'I','currency':'EUR','amount':1}";

    assertThat(key("pay", pay, 2)).isNotEqualTo(key("pay", pay, 1));
    assertThat(key("register", "{'invoice':'I'}", 2))
        .isEqualTo(key("register", "{'invoice':'I'}", 1));
  }

  @Test
  void anItemThatAToolOpensIsSpelledAsTheOthersSpellIt() {
    final class Desk {
      @Tool(value = "Next.", effect = Effect.IDEMPOTENT)
      public Opened<String> next() {
        return Opened.of("t-1", "a ticket");
      }

      @Tool(value = "Closes.", effect = Effect.ONCE)
      public Closed<String> close(@Item(letters = Letters.UPPER) String ticket) {
        return Closed.of(ticket);
      }
    }
    Tools desk = Tools.of(new Desk());

    assertThat(desk.runAll(List.of(Fixture.prepared(desk, "next", "{}"))).getFirst().change())
        .isEqualTo(new dev.recap.tool.ToolAnswer.WorkChange.Opens(new WorkItem("T-1")));
    assertThat(desk.check(Fixture.call("close", "{'ticket':'t-1'}")).item())
        .contains(new WorkItem("T-1"));
  }
}
