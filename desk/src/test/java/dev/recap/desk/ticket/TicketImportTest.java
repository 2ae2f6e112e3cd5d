package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketImportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
  private final TicketImport tickets = new TicketImport(NOW);

  private List<NewTicket> json(String... lines) {
    return tickets.readJsonLines("in.jsonl", String.join("\n", lines).getBytes(UTF_8));
  }

  private List<NewTicket> csv(String... lines) {
    return tickets.readCsv("in.csv", String.join("\n", lines).getBytes(UTF_8));
  }

  private List<String> problemsIn(Runnable reading) {
    var thrown = catchThrowableOfType(ImportException.class, reading::run);
    assertThat(thrown).as("an import exception").isNotNull();
    return thrown.problems().stream().map(ImportException.Problem::toString).toList();
  }

  @Nested
  class JsonLines {
    @Test
    void needNothingButADescription() {
      assertThat(json("{\"description\":\"The lamp hums at night.\"}"))
          .containsExactly(
              new NewTicket(
                  new Customer(1, null, null),
                  "The lamp hums at night.",
                  "The lamp hums at night.",
                  NOW,
                  null));
    }

    @Test
    void mayCallTheDescriptionBody() {
      assertThat(json("{\"body\":\"Hello\",\"subject\":null}"))
          .extracting(NewTicket::description)
          .containsExactly("Hello");
    }

    @Test
    void giveEveryFieldTheyKnow() {
      assertThat(
              json(
                  """
                  {"id":"A-1","customer":44,"customer_name":"Jo","customer_email":"jo@example.com",\
                  "subject":"Hum","description":"It hums.","category":"technical","tags":["x",{}]}\
                  """))
          .containsExactly(
              new NewTicket(
                  new Customer(44, "Jo", "jo@example.com"), "Hum", "It hums.", NOW, "A-1"));
    }

    @Test
    void mayNumberTheirIds() {
      assertThat(json("{\"id\":17,\"body\":\"x\"}"))
          .extracting(NewTicket::externalId)
          .containsExactly("17");
    }

    @Test
    void mayHaveBlankLinesCrlfAndAByteOrderMark() {
      assertThat(json("\uFEFF{\"body\":\"one\"}\r", "\r", "{\"body\":\"zwölf 🪔\"}\r", ""))
          .extracting(NewTicket::description)
          .containsExactly("one", "zwölf 🪔");
    }

    @Test
    void areRefusedWholeWithEveryBadLineNamed() {
      assertThat(
              problemsIn(() ->
                  json(
                      "{\"body\":\"fine\"}",
                      "{\"subject\":\"only\"}",
                      "{\"body\":",
                      "[1,2]",
                      "{\"body\":12}",
                      "{\"body\":\"a\"} {\"body\":\"b\"}",
                      "{\"body\":\"a\",\"body\":\"b\"}",
                      "{\"body\":\"x\",\"customer\":\"C-7\"}",
                      "{\"body\":\"x\",\"customer\":1.5}")))
          .satisfiesExactly(
              p -> assertThat(p).startsWith("line 2: the description is missing"),
              p -> assertThat(p).startsWith("line 3: broken JSON"),
              p -> assertThat(p).isEqualTo("line 4: was '[1,2]', but a JSON object was expected"),
              p -> assertThat(p).isEqualTo("line 5: body was 12, but text was expected"),
              p -> assertThat(p).startsWith("line 6: broken JSON"),
              p -> assertThat(p).startsWith("line 7: broken JSON: Duplicate"),
              p -> assertThat(p).startsWith("line 8: customer was 'C-7', but a customer number"),
              p ->
                  assertThat(p)
                      .isEqualTo(
                          "line 9: customer was 1.5, but text or a whole number was expected"));
    }

    @Test
    void areRefusedWhenAFieldIsTooLong() {
      assertThat(problemsIn(() -> json("{\"body\":\"" + "x".repeat(20_001) + "\"}")))
          .containsExactly("line 1: body has 20,001 characters, but at most 20,000 were expected");
    }

    @Test
    void areRefusedWhenTheirTextCannotBeWrittenDown() {
      assertThat(problemsIn(() -> json("{\"body\":\"\\ud83d\"}", "{\"body\":\"a\\u0000b\"}")))
          .containsExactly(
              "line 1: body contains half of a surrogate pair",
              "line 2: body contains a NUL character");
    }

    @Test
    void areRefusedWhenTheyAreNotUtf8() {
      byte[] latin = "{\"body\":\"ok\"}\n{\"body\":\"Stra\u00dfe\"}".getBytes(ISO_8859_1);

      assertThat(problemsIn(() -> tickets.readJsonLines("in.jsonl", latin)))
          .containsExactly("line 2: not UTF-8 at byte 14 of the line (0xDF)");
    }
  }

  @Nested
  class Csv {
    @Test
    void readsQuotesCommasAndLineBreaksInsideAField() {
      assertThat(
              csv(
                  "id,Subject, description ,colour\r",
                  "7,\"Hum, loud\",\"She said \"\"no\"\".\r",
                  "\r",
                  "Bye\",red\r"))
          .containsExactly(
              new NewTicket(
                  new Customer(1, null, null), "Hum, loud", "She said \"no\".\n\nBye", NOW, "7"));
    }

    @Test
    void namesTheLineOnWhichABadRowBegins() {
      assertThat(
              problemsIn(() ->
                  csv(
                      "description,subject",
                      "\"two\nlines\",ok",
                      "one column",
                      "",
                      ",no description",
                      "a,b,c")))
          .satisfiesExactly(
              p -> assertThat(p).isEqualTo("line 4: has 1 columns, but the header has 2"),
              p -> assertThat(p).startsWith("line 6: the description is missing"),
              p -> assertThat(p).isEqualTo("line 7: has 3 columns, but the header has 2"));
    }

    @Test
    void isRefusedWhenAQuotationDoesNotEnd() {
      assertThat(problemsIn(() -> csv("description", "fine", "\"never", "ends")))
          .singleElement()
          .satisfies(p -> assertThat(p).startsWith("line 3: broken CSV"));
    }

    @Test
    void isRefusedWhenTextFollowsAQuotation() {
      assertThat(problemsIn(() -> csv("description", "\"a\" b")))
          .singleElement()
          .satisfies(p -> assertThat(p).startsWith("line 2: broken CSV"));
    }

    @Test
    void needsAHeaderThatNamesTheDescriptionOnce() {
      assertThat(problemsIn(() -> csv("hello,there", "a,b")))
          .containsExactly(
              "line 1: the header was [hello, there], but a column 'description' or 'body' was"
                  + " expected");
      assertThat(problemsIn(() -> csv("body,Body", "a,b")))
          .containsExactly("line 1: the header names 'body' twice");
    }
  }

  @Nested
  class Ids {
    @Test
    void areEachRowsOwn() {
      assertThat(problemsIn(() -> csv("id,body", "A-1,one", "A-2,two", "A-1,three")))
          .containsExactly("line 4: id was 'A-1', which the row on line 2 has already");
    }

    @Test
    void areNamesThatAnAgentCanSay() {
      assertThat(problemsIn(() -> json("{\"body\":\"x\",\"id\":\"two\\nlines\"}")))
          .singleElement()
          .asString()
          .endsWith("but 1 to 200 characters on one line were expected");
    }
  }

  @Nested
  class Customers {
    @Test
    void shareANumberWhenTheyShareAnAddress() {
      assertThat(
              json(
                  "{\"body\":\"a\",\"customer_email\":\"Jo@example.com\"}",
                  "{\"body\":\"b\",\"customer_email\":\"al@example.com\"}",
                  "{\"body\":\"c\",\"customer_email\":\"jo@example.com \"}",
                  "{\"body\":\"d\"}",
                  "{\"body\":\"e\"}"))
          .extracting(ticket -> ticket.customer().number())
          .containsExactly(1, 2, 1, 3, 4);
    }

    @Test
    void keepTheNumbersTheFileGivesThem() {
      assertThat(
              json(
                  "{\"body\":\"a\"}",
                  "{\"body\":\"b\",\"customer_email\":\"jo@example.com\"}",
                  "{\"body\":\"c\",\"customer\":\"1\"}",
                  "{\"body\":\"d\",\"customer\":9,\"customer_email\":\"jo@example.com\"}"))
          .extracting(ticket -> ticket.customer().number())
          .containsExactly(2, 9, 1, 9);
    }

    @Test
    void areNumberedBehindThoseTheStoreHasAlready() {
      assertThat(
              new TicketImport(NOW, 50)
                  .readJsonLines("in.jsonl", "{\"body\":\"a\"}".getBytes(UTF_8)))
          .extracting(ticket -> ticket.customer().number())
          .containsExactly(50);
      assertThatIllegalArgumentException().isThrownBy(() -> new TicketImport(NOW, 0));
    }
  }

  @Nested
  class FilesOnDisk {
    @TempDir Path folder;

    private Path write(String name, String text) throws IOException {
      return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void tellTheirFormatByTheirName() throws IOException {
      assertThat(tickets.read(write("a.JSONL", "{\"body\":\"x\"}"))).hasSize(1);
      assertThat(tickets.read(write("a.csv", "body\nx"))).hasSize(1);
      Path text = write("a.txt", "x");
      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(text))
          .withMessageContaining("must end in .jsonl, .ndjson or .csv");
    }

    @Test
    void thatAreMissingOrEmptyAreNamed() throws IOException {
      Path empty = write("empty.csv", "");
      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(folder.resolve("gone.csv")))
          .withMessageContaining("gone.csv");
      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(empty))
          .withMessage("empty.csv: has no tickets; nothing was imported");
    }

    @Test
    void withManyBadRowsShowTheFirstTenAndCountTheRest() throws IOException {
      Path file = write("bad.jsonl", "{}\n".repeat(13));

      assertThatExceptionOfType(ImportException.class)
          .isThrownBy(() -> tickets.read(file))
          .withMessageStartingWith("bad.jsonl: 13 bad rows, nothing was imported\n  line 1: the")
          .withMessageEndingWith("and 3 more");
    }
  }
}
