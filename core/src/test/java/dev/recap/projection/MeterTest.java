package dev.recap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Usage;
import dev.recap.words.TokenEstimate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeterTest {
  private final Meter start = Meter.start(1_000, TokenEstimate.USUAL_SCALE).plus(200);

  private static Usage usage(long prompt, long output) {
    return new Usage(prompt, 0, 0, output);
  }

  @Test
  void everythingIsEstimatedBeforeTheFirstReply() {
    assertThat(start.used()).isEqualTo(1_380);
  }

  @Nested
  class AReply {
    @Test
    void isTheAnchorOfWhichNothingIsEstimated() {
      assertThat(start.replied(usage(1_200, 70), 50).used()).isEqualTo(1_270);
    }

    @Test
    void countsCachedTokensLikeOthers() {
      assertThat(start.replied(new Usage(100, 1_000, 100, 70), 50).used()).isEqualTo(1_270);
    }

    @Test
    void setsTheScaleOfWhatIsEstimatedAfterIt() {
      Meter twice = start.replied(usage(2_400, 70), 50).plus(30);

      assertThat(twice.used()).isEqualTo(2_470 + 60);
    }

    @Test
    void doesNotSetAnAbsurdScale() {
      assertThat(start.replied(usage(1_000_000, 0), 0).scale()).isEqualTo(3);
      assertThat(start.replied(usage(1, 0), 0).scale()).isEqualTo(0.5);
    }

    @Test
    void withoutCountsIsEstimated() {
      assertThat(start.replied(Usage.NONE, 50).used()).isEqualTo(start.plus(50).used());
    }
  }

  @Nested
  class ARewrite {
    private final Meter rewritten = start.replied(usage(2_400, 70), 50).rewritten(100);

    @Test
    void voidsTheAnchorAndKeepsTheScale() {
      assertThat(rewritten.used()).isEqualTo(2_200);
    }

    @Test
    void isForgottenAtTheNextReply() {
      assertThat(rewritten.replied(usage(2_150, 20), 10).used()).isEqualTo(2_170);
    }
  }
}
