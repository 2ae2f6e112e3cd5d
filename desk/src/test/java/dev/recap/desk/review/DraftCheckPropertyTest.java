package dev.recap.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.review.DraftCheck.OtherCustomers;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DraftCheckPropertyTest {
  private static final Customer CUSTOMER = new Customer(1, null, null);

  private final DraftCheck check = new DraftCheck(OtherCustomers.NONE);

  @Property
  void findingsLieInTheDraftInOrderAndApart(@ForAll("drafts") String draft) {
    DraftCheck suspicious = new DraftCheck((asked, customer) -> asked);
    int behind = 0;
    for (Finding finding : suspicious.findings(draft, read(""))) {
      assertThat(finding.start()).isGreaterThanOrEqualTo(behind);
      assertThat(finding.text()).isEqualTo(draft.substring(finding.start(), finding.end()));
      behind = finding.end();
    }
  }

  @Property
  void aDraftOfWhatWasReadHasNoFinding(
      @ForAll @Size(min = 1, max = 8) List<@From("facts") String> facts) {
    String text = String.join("; ", facts);

    assertThat(check.findings(String.join("; ", facts.reversed()), read(text))).isEmpty();
    assertThat(check.findings(text, read(text))).isEmpty();
  }

  @Property
  void aDigitThatWasChangedIsFound(@ForAll("facts") String fact, @ForAll int which) {
    List<Integer> digits =
        IntStream.range(0, fact.length())
            .filter(i -> Character.isDigit(fact.charAt(i)))
            .boxed()
            .toList();
    int place = digits.get(Math.floorMod(which, digits.size()));
    char other = fact.charAt(place) == '7' ? '8' : '7';
    String changed = fact.substring(0, place) + other + fact.substring(place + 1);

    assertThat(check.findings("so " + changed + " it is", read("so " + fact + " it is")))
        .isNotEmpty();
  }

  private static DraftSources read(String passage) {
    return new DraftSources(
        CUSTOMER, List.of(), List.of(new Evidence("a", 1, "", passage)), List.of());
  }

  @Provide
  Arbitrary<String> facts() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 9_999_999);
    Arbitrary<Integer> days = Arbitraries.integers().between(1, 28);
    Arbitrary<Integer> months = Arbitraries.integers().between(1, 12);
    Arbitrary<String> amounts =
        Combinators.combine(
                numbers,
                Arbitraries.of("%d", "%,d", "%d %%", "€%d", "%d.45 USD", "%d円", "AB-%d", "#%d"))
            .as((number, format) -> format.formatted(number));
    Arbitrary<String> dates =
        Combinators.combine(
                days, months, Arbitraries.of("2026-%2$02d-%1$02d", "%d.%d.2026", "%2$d/%1$d/2026"))
            .as((day, month, format) -> format.formatted(day, month));
    Arbitrary<String> others =
        Combinators.combine(
                Arbitraries.integers().between(2_000_000, 9_999_999),
                Arbitraries.of(
                    "+49 30 %d", "030/%d", "https://shop.example/%d", "a%d@mail.example"))
            .as((number, format) -> format.formatted(number));
    return Arbitraries.oneOf(amounts, dates, others);
  }

  @Provide
  Arbitrary<String> drafts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            facts(),
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.of(
                Set.of(
                    "[", "]", "{{", "}}", "<", ">", "\u202e", "__", "XX", "〇", "\ud83d", " ", "%",
                    "@")));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }
}
