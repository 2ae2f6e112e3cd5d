package dev.recap.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Usage;
import dev.recap.lab.report.RunReport.Tokens;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.Tuning;
import dev.recap.simulator.TokenCounter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BookedRunTest {
  private static final int TICKETS = 20;

  private static BookedRun fold;

  @BeforeAll
  static void play() {
    fold = new CostPlay(StrategyName.RECAP, TICKETS, 42, Tuning.standard(), 512).booked();
  }

  @Test
  void whatIsBookedAtTheServersMinimumIsTheServersOwn() {
    Tokens tokens = fold.report().tokens();

    assertThat(fold.complete(TICKETS)).isTrue();
    assertThat(fold.usage(512))
        .isEqualTo(
            new Usage(
                tokens.inputTokens(),
                tokens.cacheReadTokens(),
                tokens.cacheWriteTokens(),
                tokens.outputTokens()));
  }

  @Test
  void aHigherMinimumCachesLessOfTheSamePrompts() {
    assertThat(fold.usage(2_048).cacheReadTokens())
        .isPositive()
        .isLessThan(fold.usage(512).cacheReadTokens());
    assertThat(fold.usage(2_048).promptTokens()).isEqualTo(fold.usage(512).promptTokens());
  }

  @Test
  void aMinimumThatIsNotBookedIsNamed() {
    assertThatThrownBy(() -> fold.usage(1_024))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("minimum is 1024");
  }

  @Nested
  class AfterAFoldWithoutRollUp {
    @Test
    void theFirstRequestReadsToolsTaskAndAllEarlierLinesFromTheCache() {
      HeadReads reads = fold.headReads();

      assertThat(reads.folds() + reads.rewritten()).isEqualTo(TICKETS);
      assertThat(reads.rewritten()).isPositive();
      assertThat(reads.held()).isEqualTo(reads.folds());
    }

    @Test
    void aRequestThatReadsLessIsCounted() {
      var counter = new TokenCounter();
      var reads = new HeadReads(counter);
      long prefix = counter.countRequest(request("task"));

      reads.entered(request("task"), 0);
      reads.entered(request("task", "TICKET-1 closed."), prefix);
      reads.entered(request("task", "TICKET-1 closed.", "TICKET-2 closed."), prefix);
      reads.entered(request("task", "TICKET-1 to TICKET-2 closed earlier."), prefix);

      assertThat(List.of(reads.folds(), reads.held(), reads.rewritten())).containsExactly(2, 1, 1);
    }

    private static ObjectNode request(String... head) {
      ObjectNode request = new ObjectMapper().createObjectNode();
      var content =
          request.putArray("messages").addObject().put("role", "user").putArray("content");
      for (String text : head) {
        content.addObject().put("type", "text").put("text", text);
      }
      return request;
    }
  }
}
