package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Usage;
import dev.recap.lab.scenario.CacheTab;
import dev.recap.lab.scenario.WireJson;
import dev.recap.model.Prices;
import dev.recap.simulator.TokenCounter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheMoneyTest {
  private static final double EXACT = 1e-12;
  private static final Prices PRICES = new Prices(3, 0.3, 3.75, 15);
  private static final String LONG = "a ticket ".repeat(1_200);
  private static final String MARK = "\"cache_control\":{\"type\":\"ephemeral\"}";

  private final CacheMoney money = new CacheMoney(PRICES);

  @Test
  void isWithoutBreakpointsTheUncachedMoney() {
    List<ServerLog.Asked> sent = twice("{" + conversation("") + "}");

    assertThat(money.dollars(sent, 512)).isCloseTo(PRICES.uncached(sum(sent)), within(EXACT));
  }

  @Test
  void writesOnceAndReadsWhatWasMarkedAtTheEnd() {
    List<ServerLog.Asked> sent = twice("{" + MARK + "," + conversation("") + "}");
    long prompt = sent.getFirst().usage().promptTokens();

    assertThat(money.dollars(sent, 512))
        .isCloseTo((prompt * 3.75 + prompt * 0.3 + 2 * 10 * 15) / 1e6, within(EXACT));
  }

  @Test
  void cachesNothingBelowTheMinimum() {
    List<ServerLog.Asked> sent = twice("{" + MARK + "," + conversation("") + "}");

    assertThat(money.dollars(sent, 1_000_000)).isCloseTo(PRICES.uncached(sum(sent)), within(EXACT));
  }

  @Test
  void isTheSameAsAutomaticMarksWhenMarkedAsOursAre() {
    List<ServerLog.Asked> unmarked = twice("{" + conversation("") + "}");
    List<ServerLog.Asked> automatic = twice("{" + MARK + "," + conversation("") + "}");

    assertThat(money.dollarsMarked(unmarked, 512))
        .isCloseTo(money.dollars(automatic, 512), within(EXACT));
  }

  @Test
  void takesAPeersOwnMarksAwayBeforeItMarksAsOursAre() {
    String own = "{" + MARK + "," + conversation("," + MARK) + "}";

    assertThat(CacheMoney.marked(own).toString())
        .isEqualTo(CacheMoney.marked("{" + conversation("") + "}").toString())
        .containsOnlyOnce("cache_control");
  }

  @Test
  void marksToolsInstructionsTheRequestBeforeAndTheEnd() {
    ObjectNode marked =
        CacheMoney.marked(
            "{\"system\":\"s\",\"tools\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"messages\":["
                + "{\"role\":\"user\",\"content\":\"1\"},{\"role\":\"assistant\",\"content\":\"2\"},"
                + "{\"role\":\"user\",\"content\":\"3\"}]}");

    assertThat(marked.toString())
        .contains("{\"name\":\"b\"," + MARK + "}")
        .contains("{\"type\":\"text\",\"text\":\"s\"," + MARK + "}")
        .contains("{\"type\":\"text\",\"text\":\"1\"," + MARK + "}")
        .contains("\"content\":\"2\"")
        .contains("{\"type\":\"text\",\"text\":\"3\"," + MARK + "}");
  }

  private static String conversation(String inBlock) {
    return "\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\""
        + LONG
        + "\""
        + inBlock
        + "}]}]";
  }

  /** The same request twice, with the usage that the server's books give it. */
  private static List<ServerLog.Asked> twice(String requestJson) {
    Usage usage = new CacheTab(512, new TokenCounter()).enter(WireJson.read(requestJson), 10);
    var asked = new ServerLog.Asked(false, requestJson, usage, List.of());
    return List.of(asked, asked);
  }

  private static Usage sum(List<ServerLog.Asked> sent) {
    return ServerLog.sum(sent);
  }
}
