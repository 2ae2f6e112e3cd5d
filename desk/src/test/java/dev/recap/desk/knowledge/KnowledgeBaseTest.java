package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeBaseTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.standard();

  private static List<Hit> search(String query) {
    return KNOWLEDGE.search(query, Optional.empty());
  }

  @Nested
  class AQuestion {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            # about money: a billing article
            I was charged twice for one order | double-charges
            wrong company name on the invoice | invoice-corrections
            the refund for my returned lamp is missing | refund-times
            why did the yearly price of my care plan go up | care-plan
            discount code not applied | discount-codes
            payment failed but the money is reserved | failed-payments
            pay the rest of my instalment plan at once | instalments
            # about a fault: a technical article
            Heron desk lamp loses wifi connection every evening | connection-drops
            app crashes when I open the schedules | app-crashes
            firmware update stuck at 60 percent | firmware-updates
            flickers at low brightness | flickering
            error P3 while pairing the hub | pairing-errors
            voice assistant says okay but the lamps do not react | voice-control
            motion sensor triggers at random during the night | motion-sensor
            # about a login: an account article
            forgot my password and the reset mail never arrives | password-reset
            please change my e-mail address | change-email
            login code goes to my old phone number | two-step-login
            I have two accounts, please merge them | merging-accounts
            delete my account and all personal data | deleting-accounts
            somebody else logged in to my account | account-security
            share the lamps with my family | household-sharing
            # about what to buy: a product article
            does the Heron desk lamp work without the hub | lamps-without-hub
            how many lumens for a dark home office | choosing-brightness
            can it hang from a slanted ceiling | mounting
            suitable for a bathroom | damp-rooms
            spare glass shade | spare-parts
            wake-up light on weekends | wake-up-light
            difference between the two newest models | comparing-models
            # about a parcel: a shipping article
            order has not arrived | late-parcels
            parcel arrived damaged | damaged-parcels
            wrong delivery address on my order | delivery-address
            only one of two parcels was delivered | missing-parcels
            delivery on a certain day | delivery-days
            the pick-up for my return was missed | returns
            the courier wants customs duty | customs
            """)
    void findsItsArticle(String question, String id) {
      assertThat(search(question)).first().extracting(Hit::id).isEqualTo(id);
    }

    @Test
    void mayUseOtherFormsOfAWord() {
      assertThat(search("FLICKERED")).first().extracting(Hit::id).isEqualTo("flickering");
    }

    @Test
    void isNotLedAwayByNumbers() {
      assertThat(search("refund for order 2026-3 of 5 lamps, 24.50"))
          .isEqualTo(search("refund for order of lamps"));
    }

    @Test
    void getsTheSameAnswerEachTime() {
      assertThat(search("lamp order hub account")).isEqualTo(search("lamp order hub account"));
    }

    @Test
    void getsThreeArticlesAtTheMost() {
      assertThat(search("lamp hub app order courier account refund")).hasSize(3);
    }
  }

  @Nested
  class TheCategory {
    @ParameterizedTest
    @ValueSource(strings = {"billing", "technical", "account", "product", "shipping"})
    void keepsOtherArticlesOut(String category) {
      assertThat(KNOWLEDGE.search("lamp order account", Optional.of(category)))
          .isNotEmpty()
          .allMatch(hit -> hit.category().equals(category));
    }

    @Test
    void bringsUpAnArticleThatWouldStandTooLow() {
      assertThat(search("hub")).extracting(Hit::id).doesNotContain("merging-accounts");
      assertThat(KNOWLEDGE.search("hub", Optional.of("account")))
          .extracting(Hit::id)
          .contains("merging-accounts");
    }

    @Test
    void doesNotFindAnythingByItself() {
      assertThat(KNOWLEDGE.search("sourdough", Optional.of("billing"))).isEmpty();
    }
  }

  @Nested
  class AQueryWithoutAnAnswer {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\t\r\n",
          "?!.,;",
          "12 3.50",
          "sourdough quantum zebra",
          "what should I do about it please",
          "\u0000\u0001\u001b",
          "*",
          "*:*",
          "\ud800",
          "🙂",
          "日本語"
        })
    void givesAnEmptyList(String query) {
      assertThat(search(query)).isEmpty();
    }
  }

  @Nested
  class HostileText {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "refund AND (OR NOT",
          "\"refund",
          "refund~0.5^-3",
          "title:[refund TO",
          "refund\\",
          "/refund(/",
          "+refund -refund !refund && || {}",
          "refund\u0000\u001b[31m",
          "re\ud800 refund",
          "category:shipping refund",
          "<script>refund</script>",
          "'; SELECT * FROM t; -- refund"
        })
    void isOnlyWordsToTheSearch(String query) {
      assertThat(search(query)).first().extracting(Hit::id).isEqualTo("refund-times");
    }

    @Test
    void mayHaveTenThousandCharactersInOneWord() {
      assertThat(search("a".repeat(10_000))).isEmpty();
    }

    @Test
    void mayHaveThousandsOfDifferentWords() {
      var words = new StringBuilder("refund");
      for (int i = 0; i < 5_000; i++) {
        words.append(" w").append(Integer.toString(i, 36));
      }

      assertThat(search(words.toString())).extracting(Hit::id).contains("refund-times");
    }

    @Test
    void isReadOnlyAtItsBeginning() {
      assertThat(search(" ".repeat(KnowledgeBase.MAX_QUERY_CHARS) + "refund")).isEmpty();
    }
  }

  @Nested
  class OfOwnArticles {
    private final KnowledgeBase own =
        KnowledgeBase.of(
            List.of(
                own("delivery", "Delivery", "", "Parcels come soon. Refunds do, too."),
                own(
                    "refunds",
                    "Refunds",
                    "",
                    "Money comes back within days to where it came from."),
                own("hum", "A noise", "buzzing", "It is normal. Refunds are not.")));

    private static ArticleText own(String id, String title, String tags, String text) {
      return new ArticleText(id, title, "", ArticleText.tagsOf(tags), text);
    }

    private List<Ranked> ranked(String query) {
      return own.ranked(query, Optional.empty(), "", 10);
    }

    @Test
    void aTitleWithTheWordStandsBeforeTextsThatHaveIt() {
      assertThat(ranked("refund"))
          .extracting(one -> one.hit().id())
          .hasSize(3)
          .startsWith("refunds");
    }

    @Test
    void aTagIsFoundAsTheTextIs() {
      assertThat(ranked("buzz"))
          .extracting(one -> one.hit().snippet())
          .containsExactly("It is normal. Refunds are not.");
    }

    @Test
    void positionsCountFromOneAndScoresFall() {
      List<Ranked> found = ranked("refund parcel");

      assertThat(found).extracting(Ranked::position).containsExactly(1, 2, 3);
      assertThat(found).extracting(one -> -one.score()).isSorted();
      assertThat(own.ranked("refund parcel", Optional.empty(), "", 2)).hasSize(2);
    }

    @Test
    void noneIsNoMistake() {
      KnowledgeBase none = KnowledgeBase.of(List.of());
      assertThat(none.search("refund", Optional.of("billing"))).isEmpty();
    }
  }

  @Nested
  class TheBase {
    @Test
    void answersManyThreadsAlike() throws Exception {
      List<Hit> alone = search("reset mail");
      List<Callable<List<Hit>>> searches = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        searches.add(() -> search("reset mail"));
      }

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<List<Hit>> found : threads.invokeAll(searches)) {
          assertThat(found.get()).isEqualTo(alone);
        }
      }
    }

    @Test
    void refusesTwoArticlesWithOneId() {
      var article = new Article("hum", "Hum", "technical", List.of("noise"), List.of("It hums."));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> new KnowledgeBase(List.of(article, article)))
          .withMessage("the id 'hum' stands in two articles, but each needs its own");
    }
  }
}
