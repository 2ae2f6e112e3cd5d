package dev.recap.desk.review;

import static dev.recap.desk.review.CheckedDraft.findings;
import static dev.recap.desk.review.CheckedDraft.sources;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same fact in two notations, and what is another one. */
class DraftNotationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.299,00 €              | EUR 1,299.00
          1299 EUR                | 1'299.00 Euro
          $1,299                  | US$ 1299
          3,000円                 | ¥3000
          50 zł                   | PLN 50,00
          20 kr                   | 20 SEK
          paid ١٢٩٩               | 1,299 paid
          12,5 %                  | 12.50%
          2026-11-29              | 29.11.2026
          2026-11-29              | 11/29/2026
          11/29/26                | 29 November 2026
          29. November 2026       | November 29th, 2026
          29 de noviembre de 2026 | 29 novembre 2026
          29.11.2026              | 29 نوفمبر 2026
          2026年11月29日          | 29 листопада 2026
          29 Nov 2026             | am 29.11.
          2026-11-29              | 11月29日
          9:05                    | 09:05
          2:30 pm                 | 14.30
          14h30                   | 14:30
          http://WWW.Shop.example/Help/ | shop.example/Help
          write to A.B@Shop.example     | a.b@shop.example
          +49 (0)30 123-4567      | 030 1234567
          030/1234567             | +49 30 1234567
          (555) 123-4567          | 555-123-4567
          order AB 4711           | AB-4711
          #48213                  | 48213
          AB-4711                 | 4711
          """)
  void readsTheSameInAnotherNotation(String said, String draft) {
    assertThat(findings(draft, sources(said))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.299,00 €        | 1.298,00 €
          1.299,00 €        | 12,99 €
          €20               | $20
          20 days           | 20 %
          20 %              | 20 €
          2026-11-29        | 28.11.2026
          29 November 2026  | 29 December 2026
          29 November 2026  | 29 November 2027
          14:30             | 14:45
          shop.example/a    | shop.example/b
          a@shop.example    | b@shop.example
          +49 30 1234567    | +49 30 1234568
          +49 30 1234567    | +44 30 1234567
          AB-4711           | AC-4711
          1.2.3             | 1.2.4
          """)
  void findsWhatDiffers(String said, String draft) {
    assertThat(findings(draft, sources(said))).hasSize(1);
  }
}
