package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tue, Nov 24, 2026 at 3:00 PM Help <help@desk.example> wrote:",
        "On Tue, Nov 24, 2026 at 3:00 PM Help\n<help@desk.example>\nwrote:",
        "Am Di., 24. Nov. 2026 um 15:00 Uhr schrieb Help <help@desk.example>:",
        "Am 24.11.26 um 15:00 schrieb Help:",
        "Le mar. 24 nov. 2026 à 15:00, Help <help@desk.example> a écrit :",
        "2026年11月24日(火) 15:00 Help <help@desk.example>:",
        "Help <help@desk.example> 于2026年11月24日周二 15:00写道：",
      })
  void dropsAQuoteAndTheLinesThatIntroduceIt(String introduction) {
    assertThat(Quotes.strip("Still dark.\n\n" + introduction + "\n\n> Press the button.\n> Help\n"))
        .isEqualTo("Still dark.");
    assertThat(Quotes.strip(introduction + "\n> Press the button.\n\nStill dark."))
        .isEqualTo("Still dark.");
  }

  @Test
  void keepsAnswersBetweenTheQuotes() {
    assertThat(
            Quotes.strip(
                """
                > Which lamp is it?
                The one in the hall.
                > Since when?
                Since Monday.
                """))
        .isEqualTo("The one in the hall.\nSince Monday.");
  }

  @Test
  void keepsWhatTheCustomerWroteRightAboveAQuote() {
    assertThat(Quotes.strip("My order is 12345, and you wrote:\n> It is on its way."))
        .isEqualTo("My order is 12345, and you wrote:");
    assertThat(Quotes.strip("Not since 24.11.2026 at 15:00\n> Since when?"))
        .isEqualTo("Not since 24.11.2026 at 15:00");
  }

  @Test
  void keepsAParagraphThatOnlyEndsLikeAnIntroduction() {
    assertThat(Quotes.strip("One\ntwo\nthree\nat 10:15 you wrote to ada@example.com:\n> Hello"))
        .isEqualTo("One\ntwo\nthree");
  }

  @Test
  void isBlankForNothingButQuotes() {
    assertThat(Quotes.strip("> one\n> two")).isEmpty();
  }

  @Test
  void leavesTextWithoutQuotesAsItIs() {
    assertThat(Quotes.strip("a > b\n\n  > c")).isEqualTo("a > b\n\n  > c");
  }
}
