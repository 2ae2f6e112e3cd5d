package dev.recap.lab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.NewTicket;
import dev.recap.lab.account.RepeatedQueue.Pair;
import org.junit.jupiter.api.Test;

class RepeatedQueueTest {
  private static final int BEGINNING = 40;

  private final RepeatedQueue queue = RepeatedQueue.of(60, 7);

  private NewTicket ticket(int number) {
    return queue.tickets().get(number - 1);
  }

  @Test
  void aSeedGivesTheSameQueueForEver() {
    assertThat(RepeatedQueue.of(60, 7)).isEqualTo(queue);
    assertThat(RepeatedQueue.of(60, 8)).isNotEqualTo(queue);
  }

  @Test
  void bothTicketsOfAPairAreTheCustomers() {
    assertThat(queue.pairs()).hasSizeGreaterThan(10);
    assertThat(queue.pairs())
        .allSatisfy(pair -> {
          assertThat(pair.first()).isLessThan(pair.second());
          assertThat(ticket(pair.first()).customer().number()).isEqualTo(pair.customer());
          assertThat(ticket(pair.second()).customer().number()).isEqualTo(pair.customer());
        });
  }

  @Test
  void everySecondTicketOfACustomerIsInAPair() {
    for (int number = 2; number <= queue.tickets().size(); number++) {
      int second = number;
      int customer = ticket(second).customer().number();
      boolean wroteBefore =
          queue.tickets().subList(0, second - 1).stream()
              .anyMatch(earlier -> earlier.customer().number() == customer);
      assertThat(queue.pairs().stream().anyMatch(pair -> pair.second() == second))
          .as("ticket %d", second)
          .isEqualTo(wroteBefore);
    }
  }

  @Test
  void aDuplicateSaysTheSameInOtherWords() {
    assertThat(queue.pairs().stream().filter(Pair::duplicate))
        .isNotEmpty()
        .allSatisfy(pair -> {
          String first = ticket(pair.first()).description();
          String second = ticket(pair.second()).description();
          assertThat(second).isNotEqualTo(first).contains(first.substring(0, BEGINNING));
        });
  }

  @Test
  void theOthersAreAboutSomethingElse() {
    assertThat(queue.pairs().stream().filter(pair -> !pair.duplicate()))
        .isNotEmpty()
        .allSatisfy(pair ->
            assertThat(ticket(pair.second()).description())
                .doesNotContain(ticket(pair.first()).description().substring(0, BEGINNING)));
  }

  @Test
  void somePairsLieFartherApartThanTheLedgersLinesReach() {
    assertThat(queue.pairs()).anyMatch(pair -> pair.second() - pair.first() > 8);
    assertThat(queue.pairs()).anyMatch(pair -> pair.second() - pair.first() < 4);
  }
}
