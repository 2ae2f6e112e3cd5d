package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.ColumnMapping.Dates;
import dev.recap.desk.ticket.ColumnMapping.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateColumnTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:30:00Z");

  private static Instant read(Dates how, String cell, String... others) {
    return new DateColumn(how, List.of(others), NOW).read(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24T08:30:15Z | 2026-11-24T08:30:15Z",
        "2026-11-24T08:30:15.25+01:00 | 2026-11-24T07:30:15.250Z",
        "2026-11-24T08:30:15+01:00[Europe/Berlin] | 2026-11-24T07:30:15Z",
        "2026-11-24 08:30:15 +0100 | 2026-11-24T07:30:15Z",
        "2026-11-24 08:30:15 UTC | 2026-11-24T08:30:15Z",
        "2026-11-24 08:30 America/New_York | 2026-11-24T13:30:00Z",
        "2026-11-24 08:30 GMT-3 | 2026-11-24T11:30:00Z",
        "2026-11-24 8:30 | 2026-11-24T08:30:00Z",
        "2026-11-24 | 2026-11-24T00:00:00Z",
        "2026/11/4 8:30:15 | 2026-11-04T08:30:15Z",
        "2026年11月24日 8時30分 | 2026-11-24T08:30:00Z",
        "2026年11月24日 8時30分15秒 | 2026-11-24T08:30:15Z",
        "24.11.2026 | 2026-11-24T00:00:00Z",
        "04.11.2026, 08:30 | 2026-11-04T08:30:00Z",
        "24.11.26 08:30:15 | 2026-11-24T08:30:15Z",
        "24/11/2026 08:30 | 2026-11-24T08:30:00Z",
        "11/24/2026 8:30 PM | 2026-11-24T20:30:00Z",
        "11/24/2026 12:05 a.m. | 2026-11-24T00:05:00Z",
        "'Tue, 24 Nov 2026 08:30:00 +0100 (CET)' | 2026-11-24T07:30:00Z",
        "24 November 2026 | 2026-11-24T00:00:00Z",
        "24-Nov-2026 08:30 | 2026-11-24T08:30:00Z",
        "'Nov 24, 2026, 8:30 AM' | 2026-11-24T08:30:00Z",
        "'Tue, Nov 24, 2026 at 8:30 PM' | 2026-11-24T20:30:00Z",
        "1795509000 | 2026-11-24T08:30:00Z",
        "1795509000250 | 2026-11-24T08:30:00.250Z",
        "11/11/2026 | 2026-11-11T00:00:00Z"
      })
  void areReadAsExportsWriteThem(String cell, Instant time) {
    assertThat(read(Dates.STANDARD, cell)).isEqualTo(time);
  }

  @Test
  void withoutAZoneAreInTheOneThatIsSaid() {
    var berlin = new Dates(ZoneId.of("Europe/Berlin"), Order.AS_THE_FILE_SHOWS);

    assertThat(read(berlin, "24.06.2026 08:30")).isEqualTo("2026-06-24T06:30:00Z");
    assertThat(read(berlin, "24.11.2026 08:30")).isEqualTo("2026-11-24T07:30:00Z");
    assertThat(read(berlin, "2026-11-24T08:30:00Z")).isEqualTo("2026-11-24T08:30:00Z");
  }

  @Test
  void thatCanBeReadInTwoWaysAreReadAsTheOthersOfTheColumn() {
    assertThat(read(Dates.STANDARD, "03/04/2026", "13/01/2026")).isEqualTo("2026-04-03T00:00:00Z");
    assertThat(read(Dates.STANDARD, "03/04/2026", "01/13/2026")).isEqualTo("2026-03-04T00:00:00Z");
  }

  @Test
  void thatCanBeReadInTwoWaysAreReadAsAPersonSays() {
    var monthFirst = new Dates(ZoneId.of("UTC"), Order.MONTH_FIRST);
    var dayFirst = new Dates(ZoneId.of("UTC"), Order.DAY_FIRST);

    assertThat(read(monthFirst, "03/04/2026")).isEqualTo("2026-03-04T00:00:00Z");
    assertThat(read(dayFirst, "03/04/2026", "01/13/2026")).isEqualTo("2026-04-03T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/05/2026", "13/01/2026|01/13/2026"})
  void thatNothingDecidesAreNotGuessed(String others) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Dates.STANDARD, "03/04/2026", others.split("\\|")))
        .withMessage(
            "created was '03/04/2026', but nothing in the file shows whether the day or the month"
                + " comes first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yesterday | but a date such as",
        "2026-11 | but a date such as",
        "2026-11-24 08:30 CET | but a date such as",
        "2026-02-30 | but there is no such date or time",
        "2026-11-24 25:00 | but there is no such date or time",
        "11/24/2026 13:00 PM | but there is no such date or time",
        "2026-11-24 08:30 Nowhere/Land | but there is no such date or time",
        "24 Nov1 2026 | but a date such as",
        "24 Abc 2026 | but there is no such date or time",
        "1926-11-24 | but a date from 1970 to today was expected",
        "2026-11-30 | but a date from 1970 to today was expected",
        "9999-12-31 | but a date from 1970 to today was expected"
      })
  void thatAreNoneAreNamed(String cell, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Dates.STANDARD, cell))
        .withMessageStartingWith("created was '" + cell + "', " + reason);
  }

  @Property(tries = 200)
  void areATimeOrAReason(@ForAll String cell) {
    try {
      assertThat(read(Dates.STANDARD, cell, cell)).isAfterOrEqualTo(Instant.EPOCH);
    } catch (IllegalArgumentException reason) {
      assertThat(reason).hasMessageStartingWith("created was '");
    }
  }
}
