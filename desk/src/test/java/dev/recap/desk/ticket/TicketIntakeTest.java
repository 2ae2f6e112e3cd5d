package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportException.Problem;
import dev.recap.desk.ticket.TicketIntake.Bad;
import dev.recap.desk.ticket.TicketIntake.Refused;
import dev.recap.desk.ticket.TicketIntake.Result;
import dev.recap.desk.ticket.TicketIntake.Taken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketIntakeTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Exports.NOW);
  private final TicketStore store = Desks.empty(CLOCK);
  private final TicketIntake intake = new TicketIntake(store, CLOCK);

  @AfterEach
  void close() {
    store.close();
  }

  private Result take(Bad bad, String... lines) {
    ImportFile file = Exports.csv(lines);
    return intake.take(file, intake.preview(file).mapping(), bad, "ada");
  }

  private Result take(String... lines) {
    return take(Bad.REFUSES_ALL, lines);
  }

  private List<Integer> customers() {
    return store.tickets().stream().map(ticket -> ticket.asked().customer().number()).toList();
  }

  @Test
  void takesTicketsInUnderTheirNamesWithTheirDatesAndWithoutWhatPeopleDecided() {
    Result result =
        take("id,body,created,category,status", "Z-9,It hums.,2026-01-02,billing,solved", ",x,,,");

    assertThat(result).isEqualTo(new Taken(List.of("Z-9", "TICKET-2"), 0, List.of()));
    Ticket ticket = store.ticket("Z-9").orElseThrow();
    assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
    assertThat(ticket.handling()).isEqualTo(Handling.NONE);
    assertThat(ticket.asked().createdAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(ticket.asked().externalId()).isEqualTo("Z-9");
    assertThat(store.ticket("TICKET-2").orElseThrow().asked().createdAt()).isEqualTo(Exports.NOW);
  }

  @Test
  void takesNothingWhereARowIsBad() {
    Result result = take("id,body", "1,fine", "2,");

    assertThat(result)
        .isEqualTo(
            new Refused(
                List.of(
                    new Problem(
                        3, "the description is missing: there is nothing in the column 'body'")),
                true));
    assertThat(store.tickets()).isEmpty();
  }

  @Test
  void takesTheRestWhereItIsTold() {
    Result result = take(Bad.IS_LEFT_OUT, "id,body", "1,fine", "2,", "1,again", "3,fine");

    assertThat(result)
        .isInstanceOfSatisfying(
            Taken.class, taken -> assertThat(taken.ids()).containsExactly("1", "3"));
    assertThat(result.bad()).extracting(Problem::line).containsExactly(3, 4);
  }

  @Test
  void takesNothingOfAFileThatCannotBeReadToItsEnd() {
    assertThat(take(Bad.IS_LEFT_OUT, "body", "fine", "\"never", "ends"))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.complete()).isFalse());
    assertThat(store.tickets()).isEmpty();
  }

  @Test
  void skipsAndCountsWhatTheDeskHas() {
    take("id,body", "1,one", "2,two");

    ImportFile more = Exports.csv("id,body", "2,changed", "3,three", ",without");
    assertThat(intake.preview(more).rows())
        .isEqualTo(new ImportPreview.Rows(3, 1, List.of(), true));
    assertThat(intake.take(more, intake.preview(more).mapping(), Bad.REFUSES_ALL, "ada"))
        .isEqualTo(new Taken(List.of("3", "TICKET-4"), 1, List.of()));
    assertThat(store.ticket("2").orElseThrow().asked().description()).isEqualTo("two");
  }

  @Test
  void findsANameForWhatHasNoneWhateverTheOthersAreCalled() {
    take("id,body", "TICKET-3,one", ",two");

    assertThat(take("id,body", ",three", "TICKET-4,four", ",five"))
        .isEqualTo(new Taken(List.of("TICKET-3-2", "TICKET-4", "TICKET-5"), 0, List.of()));
  }

  @Test
  void putsOnRecordWhoTookWhatIn() {
    take("id,body", "1,one");
    take(Bad.IS_LEFT_OUT, "id,body", "1,one", "2,two", "3,");

    List<String> record =
        store.besides(handle ->
            handle
                .createQuery("select by || ' ' || what || ': ' || after from change order by seq")
                .mapTo(String.class)
                .list());
    assertThat(record)
        .containsExactly(
            "ada import: in.csv: 1 new, 0 known, 0 bad",
            "ada import: in.csv: 1 new, 1 known, 1 bad");
  }

  @Test
  void saysWhatIsWrongWithAFileAsAWhole() {
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> take("body"))
        .withMessage("in.csv: has no tickets; nothing was imported");
  }

  @Nested
  class Customers {
    @Test
    void thatTheDeskKnowsByTheirAddressKeepTheirNumber() {
      take("email,body", "ada@example.com,one", "bob@example.com,two");
      take("email,body", "BOB@example.com,three", "cy@example.com,four", ",five");

      assertThat(customers()).containsExactly(1, 2, 2, 3, 4);
    }

    @Test
    void doNotGetTheNumberOfSomebodyElse() {
      take("email,body", "ada@example.com,one");

      Result result =
          take(
              Bad.IS_LEFT_OUT,
              "email,customer number,body",
              "bob@example.com,1,mine?",
              "ada@example.com,1,mine",
              ",1,mine too");

      assertThat(result.bad())
          .containsExactly(
              new Problem(
                  2,
                  "customer was 1, who has another e-mail address at this desk than"
                      + " 'bob@example.com' (without a column of customer numbers, customers are"
                      + " told apart by their addresses)"));
      assertThat(customers()).containsExactly(1, 1, 1);
    }

    @Test
    void areToldApartByAddressWhereTheirNumbersAreLeftOut() {
      take("email,body", "ada@example.com,one");
      ImportFile file = Exports.csv("email,customer number,body", "bob@example.com,1,two");

      intake.take(
          file,
          intake.preview(file).mapping().with(Field.CUSTOMER_NUMBER, null),
          Bad.REFUSES_ALL,
          "ada");

      assertThat(customers()).containsExactly(1, 2);
    }
  }
}
