package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketsShownTest {
  @ParameterizedTest
  @CsvSource({
    "The queue goes on.,0",
    "TICKET-1 closed; TICKET-1 again,1",
    "TICKET-1 to TICKET-4 closed; TICKET-5 open,5",
    "TICKET-9 through TICKET-12,2",
    "TICKET-40,0",
    "TICKET-4 to TICKET-2,0"
  })
  void areThoseNamedAndThoseInARangeButNoneThatDoesNotExist(String request, int shown) {
    assertThat(TicketsShown.in(request, 10)).isEqualTo(shown);
  }
}
