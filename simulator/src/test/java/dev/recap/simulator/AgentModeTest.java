package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How options and headers name an agent. */
class AgentModeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "obedient",
        "stubborn",
        "stops-early",
        "gullible",
        "gullible=quotes",
        "forgetful=0.2",
        "trust=ledger",
        "stops-early,gullible=quotes,forgetful=0.5,trust=summary"
      })
  void isReadAsItIsWritten(String name) {
    assertThat(AgentMode.parse(name).wireName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sleepy         | agent 'sleepy' is not known: expected obedient, or a list of
          stubborn=yes   | agent 'stubborn=yes' is not known
          gullible=marks | gullible 'marks' is not known: expected gullible or gullible=quotes
          forgetful      | agent 'forgetful' has no share of replies
          forgetful=1    | forgetful is 1.0: expected a share from 0 to below 1
          """)
  void anUnknownOneIsRefusedWithWhatWasExpected(String name, String message) {
    assertThatThrownBy(() -> AgentMode.parse(name)).hasMessageStartingWith(message);
  }
}
