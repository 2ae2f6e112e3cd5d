package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.Trials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialCommandTest {
  private static final String TICKETS =
      """
      id,subject,body,Rubrik,priority,answer
      4711,Invoice,My invoice is wrong.,Rechnung,hoch,"Sorry, here is a <b>new</b> one."
      4712,Lamp,The lamp flickers.,Technik,,
      """;

  @TempDir private Path dir;
  private Path file;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(dir.resolve("tickets.csv"), TICKETS);
    Path knowledge = Files.createDirectory(dir.resolve("help"));
    Files.writeString(
        knowledge.resolve("invoices.md"), "# Invoices\n\nA wrong invoice is corrected in a day.\n");
    out = dir.resolve("out");
  }

  private Ran trial(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "trial",
                file.toString(),
                "--out",
                out.toString(),
                "--map",
                "category=Rubrik",
                "--map",
                "reply=answer"));
    if (!List.of(more).contains("--knowledge")) {
      words.addAll(List.of("--knowledge", dir.resolve("help").toString()));
    }
    words.addAll(List.of(more));
    return Ran.recap(words.toArray(String[]::new));
  }

  @Test
  void saysWhatItWillTakeWorksTheTicketsAndComparesInTheDesksOwnWords() {
    Ran ran = trial();

    assertThat(ran.exit()).as(ran.err()).isZero();
    // A line may be broken at any blank.
    assertThat(ran.out().replaceAll("\\s+", " "))
        .contains("category is 'Rubrik'", "reply is 'answer'")
        .contains("1 articles in " + dir.resolve("help"))
        .contains("2 tickets of tickets.csv to work again", "SIMULATED", "An estimate")
        .containsPattern("about [\\d,]+ tokens sent")
        .containsPattern("category +2 +\\d")
        .containsPattern("priority +1 +\\d")
        .containsPattern("team +0 +0 +- +- +-")
        .contains("1 reply of a person", out.resolve("trial.html").toString());
    assertThat(ran.err()).contains("1 of 2 tickets", "2 of 2 tickets");
    assertThat(out.resolve("trial.html"))
        .content()
        .contains("A wrong invoice is corrected in a day.")
        .contains("SIMULATED", "Rechnung", "Sorry, here is a &lt;b&gt;new&lt;/b&gt; one.");
  }

  @Test
  void saysItAsJsonAndPutsItOnRecordAtADesk() throws IOException {
    Path desk = dir.resolve("desk.db");
    Ran ran = trial("--json", "--tickets", "1", "--desk", desk.toString());

    assertThat(ran.exit()).as(ran.err()).isZero();
    JsonNode said = new ObjectMapper().readTree(ran.out());
    assertThat(said.at("/about/simulated").asBoolean()).isTrue();
    assertThat(said.at("/tickets/given").asInt()).isEqualTo(1);
    assertThat(said.at("/pairs/0/ticket").asText()).isEqualTo("4711");
    assertThat(said.at("/pairs/0/human/category").asText()).isEqualTo("Rechnung");
    assertThat(new ObjectMapper().readTree(out.resolve("trial.json").toFile())).isEqualTo(said);
    try (TicketStore store = TicketStore.open(desk)) {
      assertThat(new Trials(store).all())
          .singleElement()
          .satisfies(trial -> {
            assertThat(trial.id()).isEqualTo(said.at("/about/id").asText());
            assertThat(trial.state()).isEqualTo("done");
          });
    }
  }

  @Test
  void stopsAtTheBudgetAndTheSameCommandWithMoreGoesOn() throws IOException {
    Ran stopped = trial("--dollars", "0.12");

    assertThat(stopped.exit()).isEqualTo(3);
    assertThat(stopped.out())
        .contains("could take the trial above $0.1200")
        .containsPattern("over\\s+budget");
    JsonNode result = new ObjectMapper().readTree(out.resolve("trial.json").toFile());
    assertThat(result.at("/spending/dollars").asDouble()).isPositive().isLessThanOrEqualTo(0.12);

    Ran done = trial("--dollars", "1");
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.out()).contains("2 of 2 tickets worked");
    assertThat(trial().out()).doesNotContain("An estimate").contains("2 of 2 tickets worked");
  }

  @ParameterizedTest
  @CsvSource({
    "--model gpt,model is 'gpt'",
    "--model anthropic:claude-sonnet-5-5,--dollars",
    "--dollars 0,dollars is 0.0",
    "--tickets 0,tickets is 0",
    "--map colour=Rubrik,colour",
    "--knowledge none,none"
  })
  void wrongUsageExitsWith2AndNamesTheValue(String words, String said) {
    Ran ran = trial(words.split(" "));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(said);
    assertThat(out).doesNotExist();
  }

  @Test
  void otherArticlesAreAnotherTrial() throws IOException {
    assertThat(trial().exit()).isZero();
    Files.writeString(dir.resolve("help/invoices.md"), "# Invoices\n\nIt takes a week.\n");
    Ran ran = trial();

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("articles");
  }

  @Test
  void whatIsNoArticleIsNamed() throws IOException {
    Files.writeString(dir.resolve("help/empty.md"), "");
    Ran ran = trial();

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("empty.md: text was ''");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatPeopleDecidedMayNotLieAmongTheArticles() {
    Ran ran = trial("--knowledge", dir.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(file.toString(), "would read there what people decided");
  }

  @Test
  void aRealModelIsAskedNothingUnlessSomebodyAgrees() {
    Ran ran =
        answering(
            "no\n",
            "--model",
            "anthropic:claude-sonnet-5-5",
            "--dollars",
            "1",
            "--base-url",
            "http://127.0.0.1:9");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("whatever answers as claude-sonnet-5-5 at http://127.0.0.1:9")
        .contains("could take the trial above $1.00", "Go on? [y/N]", "Nothing was sent.")
        .containsPattern("thinks\\s+is\\s+not\\s+in\\s+it");
    assertThat(out).doesNotExist();
  }

  private Ran answering(String line, String... words) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    try {
      return trial(words);
    } finally {
      System.setIn(before);
    }
  }
}
