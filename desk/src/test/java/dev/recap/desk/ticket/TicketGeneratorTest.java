package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketGeneratorTest {
  private final List<NewTicket> many = new TicketGenerator(1).generate(500);

  @Nested
  class ASeed {
    @Test
    void givesTheTicketsItHasAlwaysGiven() throws IOException {
      String golden;
      try (var in = TicketGeneratorTest.class.getResourceAsStream("generated-seed-1.txt")) {
        golden = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      }

      assertThat(many.stream().limit(6).map(TicketGeneratorTest::shown).toList())
          .isEqualTo(List.of(golden.strip().split("\n\n")));
    }

    @Test
    void givesFewerTicketsAsTheBeginningOfMore() {
      for (int count : List.of(1, 3, 5, 17)) {
        assertThat(new TicketGenerator(1).generate(count)).isEqualTo(many.subList(0, count));
      }
    }

    @Test
    void givesOtherTicketsThanTheNextOne() {
      assertThat(new TicketGenerator(2).generate(5)).doesNotContainAnyElementsOf(many);
    }

    @Test
    void givesASensibleNumberOfTickets() {
      for (int count : List.of(0, -1, TicketGenerator.MAX_TICKETS + 1)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new TicketGenerator(1).generate(count))
            .withMessageContaining("1 to 100,000 was expected");
      }
    }
  }

  @Nested
  class Tickets {
    @Test
    void haveNoSlotLeftOpen() {
      assertThat(many.stream().map(TicketGeneratorTest::shown))
          .filteredOn(text -> text.matches("(?s).*([{}]|null).*"))
          .isEmpty();
    }

    @Test
    void areAsLongAsTheRecordedOnes() {
      assertThat(many)
          .extracting(NewTicket::description)
          .filteredOn(text -> text.length() < 250 || text.length() > 420)
          .isEmpty();
      assertThat(many)
          .extracting(NewTicket::subject)
          .filteredOn(text -> text.length() < 10 || text.length() > 60)
          .isEmpty();
    }

    @Test
    void comeInTheOrderOfTheirTimes() {
      assertThat(many).extracting(NewTicket::createdAt).isSorted().doesNotHaveDuplicates();
    }
  }

  @Nested
  class Templates {
    @Test
    void areAllUsedBeforeOneComesAgain() {
      List<NewTicket> round = many.subList(0, 35);

      assertThat(round)
          .extracting(ticket -> ticket.subject().replaceAll("\\d", ""))
          .doesNotHaveDuplicates();
    }
  }

  @Nested
  class Customers {
    @Test
    void haveOneWhoWritesAgainInEveryFiveTickets() {
      for (int from = 0; from < many.size(); from += 5) {
        long before = customers(0, from).count();
        assertThat(customers(0, from + 5).count() - before).as("from " + from).isEqualTo(4);
      }
    }

    private IntStream customers(int from, int to) {
      return IntStream.range(from, to).map(i -> many.get(i).customer().number()).distinct();
    }

    @Test
    void haveANumberAndAnAddressOfTheirOwn() {
      Map<Integer, List<Customer>> byNumber =
          many.stream()
              .map(NewTicket::customer)
              .distinct()
              .collect(Collectors.groupingBy(Customer::number));

      assertThat(byNumber.values()).allSatisfy(same -> assertThat(same).hasSize(1));
      assertThat(byNumber.values().stream().map(same -> same.getFirst().email()).toList())
          .doesNotHaveDuplicates()
          .allSatisfy(email -> assertThat(email).matches("[a-z.0-9]+@example\\.com"));
    }
  }

  private static String shown(NewTicket ticket) {
    return String.join(
        "\n", ticket.createdAt() + " " + ticket.customer(), ticket.subject(), ticket.description());
  }
}
