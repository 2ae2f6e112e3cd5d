package dev.recap.desk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.ticket.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static List<Evidence> read(String... passages) {
    return Arrays.stream(passages).map(passage -> new Evidence("a", 1, "", passage)).toList();
  }

  private static String support(Claim claim, List<Evidence> evidence) {
    return claim
        .support()
        .map(
            found -> evidence.get(found.evidence()).passage().substring(found.start(), found.end()))
        .orElse("nothing");
  }

  private static List<String> supports(String draft, List<Evidence> evidence) {
    return Claims.of(draft, evidence).stream().map(claim -> support(claim, evidence)).toList();
  }

  @Nested
  class Linking {

    @Test
    void namesTheSentenceThatAClaimRestsOnAndNothingForAGreeting() {
      List<Evidence> evidence =
          read(
              "Orders ship in two days. You can track them in your account.",
              "Exchanges are free. Refunds go to the original method of payment within 5 business days.");

      assertThat(
              supports(
                  "Hello Maria!\nYour refund goes to your original payment method within 5 business days.\nKind regards",
                  evidence))
          .containsExactly(
              "nothing",
              "Refunds go to the original method of payment within 5 business days.",
              "nothing");
    }

    @Test
    void worksInGermanJapaneseAndArabic() {
      List<Evidence> german =
          read("Die Rückgabe ist innerhalb von 30 Tagen nach Erhalt möglich.", "Versand ist frei.");
      assertThat(supports("Eine Rückgabe ist innerhalb von 30 Tagen möglich. Viele Grüße", german))
          .containsExactly(german.getFirst().passage(), "nothing");

      List<Evidence> japanese = read("会員登録は無料です。", "商品は到着後30日以内に返品できます。");
      assertThat(supports("30日以内に返品できます。よろしくお願いいたします。", japanese))
          .containsExactly(japanese.getLast().passage(), "nothing");

      List<Evidence> arabic =
          read("التوصيل مجاني.", "يمكن إرجاع المنتجات خلال 30 يوما من الاستلام.");
      assertThat(supports("يمكنك إرجاع المنتج خلال 30 يوما. مع أطيب التحيات.", arabic))
          .containsExactly(arabic.getLast().passage(), "nothing");
    }

    @Test
    void findsNothingWhereNothingWasRead() {
      assertThat(supports("Refunds take 5 days.", List.of())).containsExactly("nothing");
      assertThat(supports("Refunds take 5 days.", read("", "…"))).containsExactly("nothing");
    }
  }

  @Nested
  class Sentences {

    private List<String> of(String draft) {
      return Claims.of(draft, List.of()).stream().map(Claim::text).toList();
    }

    @Test
    void endWithTheirLineAndKeepNoSpaceAround() {
      assertThat(of("  Guten Tag\n\n- eins\r\n- zwei. Drei!  \n---\n"))
          .containsExactly("Guten Tag", "- eins", "- zwei.", "Drei!");
    }

    @Test
    void doNotEndBehindANumberOrASingleLetter() {
      assertThat(of("Am 29. November, z. B. Montag. Danach nicht."))
          .containsExactly("Am 29. November, z. B. Montag.", "Danach nicht.");
    }

    @Test
    void areThoseOfAnyScript() {
      assertThat(of("返品できます。送料は無料です。")).hasSize(2);
      assertThat(of("هل وصل؟ نعم وصل.")).hasSize(2);
    }
  }

  @Property
  void claimsLieInTheDraftInOrderAndSupportsInTheirPassage(
      @ForAll String draft, @ForAll String passage) {
    List<Evidence> evidence = read(passage, draft);
    int behind = 0;
    for (Claim claim : Claims.of(draft, evidence)) {
      assertThat(claim.start()).isGreaterThanOrEqualTo(behind);
      assertThat(claim.text()).isEqualTo(draft.substring(claim.start(), claim.end()));
      claim
          .support()
          .ifPresent(found -> {
            String text = evidence.get(found.evidence()).passage();
            assertThat(found.start()).isBetween(0, found.end() - 1);
            assertThat(found.end()).isLessThanOrEqualTo(text.length());
            assertThat(found.score()).isBetween(Claims.THRESHOLD, 1 + 1e-9);
          });
      behind = claim.end();
    }
  }

  @Test
  void refusesAClaimThatDoesNotSpanItsText() {
    assertThatThrownBy(() -> new Claim(3, 3, "", Optional.empty()))
        .hasMessageContaining("'' was to stand at 3 to 3");
  }
}
