package dev.recap.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.recap.desk.ticket.TicketStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What of a failure may stand in a log. */
class LoggedFailureTest {
  @Test
  void theValuesOfAStatementStayOut() {
    try (TicketStore store = TicketStore.inMemory()) {
      Throwable failure =
          catchThrowable(() ->
              store.besides(handle ->
                  handle
                      .createUpdate("insert into session (token_hash) values (:secret)")
                      .bind("secret", "very secret")
                      .execute()));

      assertThat(failure).hasMessageContaining("very secret");
      assertThat(printed(LoggedFailure.of(failure)))
          .doesNotContain("very secret")
          .contains("NOT NULL", "LoggedFailureTest");
    }
  }

  @Test
  void otherFailuresAreLoggedAsTheyAre() {
    var failure = new IllegalStateException("what happened");

    assertThat(LoggedFailure.of(failure)).isSameAs(failure);
  }

  private static String printed(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
