package dev.recap.desk.review;

import static dev.recap.desk.review.CheckedDraft.findings;
import static dev.recap.desk.review.CheckedDraft.sources;
import static dev.recap.desk.review.Finding.Kind.DATE;
import static dev.recap.desk.review.Finding.Kind.EMAIL;
import static dev.recap.desk.review.Finding.Kind.LINK;
import static dev.recap.desk.review.Finding.Kind.MONEY;
import static dev.recap.desk.review.Finding.Kind.NUMBER;
import static dev.recap.desk.review.Finding.Kind.OTHER_CUSTOMER;
import static dev.recap.desk.review.Finding.Kind.PERCENTAGE;
import static dev.recap.desk.review.Finding.Kind.PHONE;
import static dev.recap.desk.review.Finding.Kind.REFERENCE;
import static dev.recap.desk.review.Finding.Kind.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.recap.desk.review.DraftCheck.OtherCustomers;
import dev.recap.desk.ticket.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DraftCheckTest {
  @Nested
  class OfWhatStandsInNoSource {

    @Test
    void marksEachFactWhereItStands() {
      String draft =
          "Order AB-4712 of 29.11.2026: we refund €20 or 15% within 30 days by 14:30, see"
              + " https://shop.example/help or ask help@shop.example, +49 30 1234567.";

      assertThat(findings(draft))
          .extracting(Finding::kind, Finding::text)
          .containsExactly(
              tuple(REFERENCE, "AB-4712"),
              tuple(DATE, "29.11.2026"),
              tuple(MONEY, "€20"),
              tuple(PERCENTAGE, "15%"),
              tuple(NUMBER, "30"),
              tuple(TIME, "14:30"),
              tuple(LINK, "https://shop.example/help"),
              tuple(EMAIL, "help@shop.example"),
              tuple(PHONE, "+49 30 1234567"));
    }

    @Test
    void isTheSameInGermanJapaneseAndArabic() {
      assertThat(findings("Sie erhalten 50 Euro am 3. März 2027."))
          .extracting(Finding::kind, Finding::text)
          .containsExactly(tuple(MONEY, "50 Euro"), tuple(DATE, "3. März 2027"));
      assertThat(findings("2027年3月3日に５，０００円を返金します。"))
          .extracting(Finding::kind, Finding::text)
          .containsExactly(tuple(DATE, "2027年3月3日"), tuple(MONEY, "５，０００円"));
      assertThat(findings("نعيد ٥٠ يورو في 3 مارس 2027"))
          .extracting(Finding::kind, Finding::text)
          .containsExactly(tuple(MONEY, "٥٠ يورو"), tuple(DATE, "3 مارس 2027"));
    }

    @Test
    void saysThatANumberIsThereButNotAsMoney() {
      Finding money = findings("You get $30.", sources("", "Returns within 30 days.")).getFirst();

      assertThat(money.kind()).isEqualTo(MONEY);
      assertThat(money.why()).contains("not as an amount in this currency");
    }

    @Test
    void takesTicketEvidenceGuidanceAndTheCustomersAddressForGround() {
      var sources =
          new DraftSources(
              CheckedDraft.MARIA,
              List.of("TICKET-12", "Order 4711"),
              List.of(new Evidence("a", 1, "The 24 hour rule", "It takes 5 days.")),
              List.of("Call 0800 123456"));

      assertThat(
              findings(
                  "TICKET-12: order 4711, 24 hours, 5 days, 0800 123456, maria@weber.example",
                  sources))
          .isEmpty();
    }

    @Test
    void isNoPointOfAListAndNoPassageByItsNumber() {
      assertThat(findings("1. Open it.\n2. Close it [1].\n 3) Done.", sources("", "read")))
          .isEmpty();
      assertThat(findings("### 1. Why\nSo.\n### 2. How\nThus.")).isEmpty();
      assertThat(findings("See # 7, or #8.")).extracting(Finding::text).hasSize(2);
      assertThat(findings("1. Open it.\n7. Close it [2].", sources("", "read")))
          .extracting(Finding::text)
          .containsExactly("7", "2");
    }

    @Test
    void isNotHiddenByInvisibleCharacters() {
      assertThat(findings("You get €2\u200b\u202e5."))
          .extracting(Finding::kind)
          .containsOnly(MONEY);
      assertThat(findings("See evil\u200d.example/x")).extracting(Finding::kind).contains(LINK);
    }

    @Test
    void isTheHostThatIsReallyCalled() {
      DraftSources sources = sources("", "See https://shop.example.");

      assertThat(findings("https://shop.example/ or shop.example", sources)).isEmpty();
      assertThat(findings("https://shop.example@evil.example", sources)).hasSize(1);
      assertThat(findings("https://shop.example\\@evil.example", sources))
          .extracting(Finding::text)
          .containsExactly("evil.example");
    }
  }

  @Nested
  class OfOtherCustomers {
    private final OtherCustomers others =
        (asked, customer) -> {
          assertThat(customer).isEqualTo(1);
          Set<String> theirs = new HashSet<>(asked);
          theirs.retainAll(
              Set.of(
                  "Anna Schmidt",
                  "Ludwig van Beethoven",
                  "山田太郎",
                  "田中 一郎",
                  "김민수",
                  "أحمد علي",
                  "anna@mail.example",
                  "TICKET-13",
                  "48213"));
          return theirs;
        };

    @ParameterizedTest
    @CsvSource({
      "Dear Anna Schmidt!, Anna Schmidt",
      "Anna Schmidt's order, Anna Schmidt",
      "wie Ludwig van Beethoven schrieb, Ludwig van Beethoven",
      "お客様の山田太郎様へ, 山田太郎",
      "お客様の田中 一郎様へ, 田中 一郎",
      "김민수님께, 김민수",
      "عزيزي أحمد علي, أحمد علي",
      "write to Anna@mail.example, Anna@mail.example",
      "as in TICKET-13, TICKET-13",
      "as in #48213, 48213"
    })
    void marksTheirNamesAddressesAndTickets(String draft, String theirs) {
      assertThat(new DraftCheck(others).findings(draft, sources("")))
          .extracting(Finding::kind, Finding::text)
          .containsExactly(tuple(OTHER_CUSTOMER, theirs));
    }

    @Test
    void leavesWhatTheCustomerNamed() {
      String draft = "Anna Schmidt's TICKET-13 goes to anna@mail.example.";

      assertThat(new DraftCheck(others).findings(draft, sources("It is for " + draft))).isEmpty();
      assertThat(new DraftCheck(others).findings("Anna Schmidt", sources("Joanna Schmidtke")))
          .hasSize(1);
    }
  }

  @Nested
  class ByRisk {

    @Test
    void putsOneAddressOfSomebodyElseBeforeAnyNumberOfNumbers() {
      OtherCustomers all = (asked, customer) -> asked;
      List<Finding> address = new DraftCheck(all).findings("anna@mail.example", sources(""));
      List<Finding> numbers = findings("3; ".repeat(1000));

      assertThat(Finding.risk(address)).isGreaterThan(Finding.risk(numbers));
      assertThat(Finding.risk(findings("you get €3"))).isGreaterThan(Finding.risk(numbers));
      assertThat(Finding.risk(findings("3; 4"))).isGreaterThan(Finding.risk(findings("3")));
      assertThat(Finding.risk(List.of())).isZero();
    }

    @Test
    void refusesAFindingThatDoesNotSpanItsText() {
      assertThatThrownBy(() -> new Finding(NUMBER, 0, 2, "3", "why"))
          .hasMessageContaining("'3' was to stand at 0 to 2");
    }
  }

  @ParameterizedTest
  @MethodSource
  void survivesHostileText(String unit) {
    String draft = unit.repeat(20_000 / unit.length());
    OtherCustomers all = (asked, customer) -> asked;

    List<Finding> found = new DraftCheck(all).findings(draft, sources(draft));

    assertThat(found).allMatch(finding -> draft.startsWith(finding.text(), finding.start()));
  }

  static Stream<String> survivesHostileText() {
    return Stream.of(
        "1",
        "1-",
        "1.",
        "1,",
        "1/1/",
        "1'111 ",
        "(0)",
        "+1 ",
        "[",
        "[a",
        "{{",
        "<a",
        "%(",
        "_",
        "_ ",
        "x",
        "XX-",
        "II-",
        "a-",
        "a@",
        "a.",
        "http://",
        "A ",
        "A'",
        "山",
        "山 ",
        "\u202e",
        "\u200f1",
        "US$",
        "\ud83d\ude00",
        "\ud83d",
        "\0",
        "1\u0301",
        "Nov 1 ");
  }
}
