package dev.recap.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who works at a desk, and the tokens of their programs, as the database has them. */
class PeopleTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T08:00:00Z"));
  private final TicketStore store = TicketStore.inMemory(clock);
  private final Accounts accounts = Accounts.in(store, clock, new Passwords(1_000));
  private final People people = accounts.people();
  private final Tokens tokens = accounts.tokens();

  @AfterEach
  void close() {
    store.close();
  }

  private void add(String name) {
    people.add(new Person(name, Role.REVIEWER), "kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "Jürgen.Groß", "山田_太郎", "a@b.example", "O-Neill2"})
  void peopleAreCalledAsTheyAre(String name) {
    add(name);

    assertThat(people.all()).extracting(account -> account.person().name()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x", "two words", "a\nb", "<script>", "a/b", "@a"})
  void whatCannotBeANameIsRefused(String name) {
    assertThatThrownBy(() -> add(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name is '" + name + "'");
  }

  @Test
  void namesThatDifferByCapitalsAloneAreOne() {
    add("Jürgen");

    assertThatThrownBy(() -> add("JÜRGEN"))
        .hasMessage("name is 'JÜRGEN', but there is somebody of that name already");
    assertThat(people.find("jürgen")).isPresent();
  }

  @Test
  void whoWasDisabledStaysOnRecordAndStillCounts() {
    add("anna");
    people.disable("anna");

    assertThat(people.exist()).isTrue();
    assertThat(people.all())
        .singleElement()
        .satisfies(account -> assertThat(account.disabledAt()).isEqualTo(clock.instant()));
  }

  @Test
  void aTokenIsItsOwnersUntilItEnds() {
    add("anna");
    String secret = tokens.issue("anna", "import", Scope.WRITE, Duration.ofDays(2));

    assertThat(tokens.find(secret))
        .contains(new Tokens.Bearer(new Person("anna", Role.REVIEWER), Scope.WRITE));
    assertThat(tokens.find(secret + "x")).isEmpty();
    clock.advance(Duration.ofDays(2));
    assertThat(tokens.find(secret)).isEmpty();
    assertThat(tokens.all()).singleElement().matches(Tokens.Listed::over);
  }

  @Test
  void aTokenEndsWhenItIsRevokedOrItsOwnerIsDisabled() {
    add("anna");
    String first = tokens.issue("anna", "first", Scope.READ, Duration.ofDays(2));
    String second = tokens.issue("anna", "second", Scope.READ, Duration.ofDays(2));

    tokens.revoke("anna", "first");
    assertThat(tokens.find(first)).isEmpty();
    assertThat(tokens.find(second)).isPresent();

    people.disable("anna");
    assertThat(tokens.find(second)).isEmpty();
    assertThatThrownBy(() -> tokens.issue("anna", "third", Scope.READ, Duration.ofDays(2)))
        .hasMessageContaining("may not sign in");
  }

  @Test
  void noSecretStandsInTheDatabase() {
    add("anna");
    String token = tokens.issue("anna", "api", Scope.READ, Duration.ofDays(2));
    String session = accounts.sessions().begin("anna");

    String all =
        store.besides(handle ->
            handle
                .createQuery(
                    "select group_concat(token_hash) from (select token_hash from session union all select token_hash from api_token)")
                .mapTo(String.class)
                .one());

    assertThat(all).doesNotContain(token, session).hasSize(2 * 64 + 1);
  }
}
