package dev.recap.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a password, and what is not. */
class PasswordsTest {
  private final Passwords passwords = new Passwords(1_000);

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "パスワードは十二文字以上です", "pässwörter im Süden 🔑"})
  void matchesItselfAndNothingElse(String password) {
    String kept = passwords.keep(password);

    assertThat(Passwords.matches(password, kept)).isTrue();
    assertThat(Passwords.matches(password + " ", kept)).isFalse();
    assertThat(Passwords.matches("", kept)).isFalse();
    assertThat(kept).doesNotContain(password).startsWith("pbkdf2-sha512$1000$");
  }

  @Test
  void twoPeopleWithOnePasswordHaveNothingInCommon() {
    assertThat(passwords.keep("correct horse battery"))
        .isNotEqualTo(passwords.keep("correct horse battery"));
  }

  @Test
  void theNumberOfRoundsIsKeptWithIt() {
    String kept = passwords.keep("correct horse battery");
    new Passwords(2_000);

    assertThat(Passwords.matches("correct horse battery", kept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, 257})
  void tooFewOrTooManyCharactersAreRefusedWithoutSayingThePassword(int length) {
    assertThatThrownBy(() -> passwords.keep("s".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the password has %d characters, but 12 to 256 were expected".formatted(length));
  }

  @Test
  void nobodysPasswordMatchesNothing() {
    assertThat(Passwords.matches("", passwords.ofNobody())).isFalse();
    assertThat(Passwords.matches("correct horse battery", passwords.ofNobody())).isFalse();
  }
}
