package dev.recap.desk.review;

import static dev.recap.desk.review.CheckedDraft.findings;
import static dev.recap.desk.review.Finding.Kind.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody filled in. */
class DraftPlaceholdersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Name]",
        "[Your Company]",
        "[[name]]",
        "[お名前]",
        "［名前］",
        "[الاسم]",
        "{{order}}",
        "{name}",
        "${total}",
        "#{x}",
        "<customer>",
        "<Kundenname>",
        "<% x %>",
        "XXX",
        "xxxx",
        "XX.XX.XXXX",
        "DD.MM.YYYY",
        "TT.MM.JJJJ",
        "____",
        "TODO",
        "%s",
        "%1$s",
        "%(name)s",
        "%NAME%",
        "〇〇",
        "○○",
        "●●●"
      })
  void areMarked(String placeholder) {
    assertThat(findings("Guten Tag " + placeholder + ", hallo"))
        .extracting(Finding::kind, Finding::text)
        .containsExactly(tuple(PLACEHOLDER, placeholder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(by the way)",
        "（ご参考）",
        "[here](mailto:x)",
        "- [x] done\n- [ ] open",
        "[…]",
        "above\n____\nbelow",
        "二〇〇五年",
        "a < b and c > d",
        "Level II-III",
        "size XXL",
        "under_score",
        "f(x)",
        "**bold**",
        "{}",
        "100 % so",
        "Taxi",
        "xx"
      })
  void areNotWhatOnlyLooksLikeThem(String text) {
    assertThat(findings(text)).filteredOn(finding -> finding.kind() == PLACEHOLDER).isEmpty();
  }

  @Test
  void areNoNamesOfTicketsOrAddressesInBrackets() {
    assertThat(findings("[Ticket #4711] <https://shop.example>"))
        .extracting(Finding::kind)
        .doesNotContain(PLACEHOLDER);
  }
}
