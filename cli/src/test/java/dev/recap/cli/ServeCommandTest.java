package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.knowledge.Library;
import dev.recap.desk.ticket.TicketStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk in the browser, started as a process and refused. */
class ServeCommandTest {
  @TempDir private Path data;

  private Process serve(String... options) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RecapCommand.class.getName(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--json"));
    words.addAll(List.of(options));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void servesASampleAndEndsCleanlyWhenItIsTold() throws Exception {
    Process process = serve("--sample", "3");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).matches("\\{\"baseUrl\":\"http://127\\.0\\.0\\.1:\\d+/\"}");
      assertThat(ticketsOf(line)).contains("TICKET-3").doesNotContain("TICKET-4");

      // Process#destroy would close the stream that is read below.
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Killed, it is started again without a word of the database: the folder knows. */
  @Test
  void keepsItsTablesInADatabaseThatTheFolderRemembers() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Process first = serve("--sample", "3", "--database", url);
      try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
        assertThat(ticketsOf(out.readLine())).contains("TICKET-3");
      } finally {
        first.destroyForcibly().waitFor();
      }
      assertThat(data.resolve("desk.db")).doesNotExist();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("database.url"))))
          .isEqualTo("rw-------");

      Process again = serve();
      try (BufferedReader out = again.inputReader(StandardCharsets.UTF_8)) {
        assertThat(ticketsOf(out.readLine())).contains("TICKET-3");
        assertThat(Ran.recap("user", "list", "--data", data.toString()).out()).contains("Nobody");
      } finally {
        again.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void aDeskWithTablesInItsFolderIsNotGivenOthers() {
    TicketStore.open(data.resolve("desk.db")).close();
    String url = "jdbc:postgresql://localhost:1/desk?password=open-sesame";
    Ran ran = Ran.recap("serve", "--data", data.toString(), "--database", url);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .contains("has its tables there, in desk.db: a database needs a folder of its own")
        .doesNotContain("sesame");
  }

  /** A variable that was meant for another desk moves none. */
  @Test
  void aDeskThatIsInOneDatabaseIsNotMovedIntoAnother() throws Exception {
    Path url = data.resolve("database.url");
    Files.writeString(url, "jdbc:postgresql://localhost:1/first?password=open-sesame");
    String other = "jdbc:postgresql://localhost:1/second?password=open-sesame";
    Ran ran = Ran.recap("serve", "--data", data.toString(), "--database", other);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .contains("in jdbc:postgresql://localhost:1/first and not in", "a folder of its own")
        .doesNotContain("sesame");
    assertThat(Files.readString(url)).contains("/first");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNotRemembered() {
    String url = "jdbc:postgresql://localhost:1/desk?password=open-sesame";
    Ran ran = Ran.recap("serve", "--data", data.toString(), "--database", url);

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("database desk on localhost cannot be used as a ticket store")
        .doesNotContain("sesame");
    assertThat(data).isEmptyDirectory();
  }

  private static String ticketsOf(String line) throws Exception {
    URI base = URI.create(line.replaceAll(".*\"(http[^\"]*)\".*", "$1"));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(base.resolve("/api/tickets")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void takesTheArticlesOfAFolderIn() throws Exception {
    Path help = Files.createDirectory(data.resolve("help"));
    Files.writeString(help.resolve("hum.md"), "# Humming\n\nUnscrew the bulb.");
    Process process = serve("--knowledge", help.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).contains("baseUrl");
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    try (TicketStore desk = TicketStore.open(data.resolve("desk.db"))) {
      assertThat(new Library(desk, InstantSource.system()).now())
          .singleElement()
          .extracting(one -> one.article().title(), one -> one.version(), one -> one.by())
          .containsExactly("Humming", 1, "folder help");
    }
  }

  @Test
  void refusesAFolderWithWhatIsNoArticleAndNamesEach() throws Exception {
    Files.writeString(data.resolve("a.md"), "");
    Files.writeString(data.resolve("b.csv"), "id,body\n1,2\n");
    Ran ran = Ran.recap("serve", "--data", data.toString(), "--knowledge", data.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("a.md: text was ''", "b.csv: the header was id, body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 99999 | port is 99999",
        "--knowledge none | knowledge is none, but a folder with articles was expected",
        "--sample -1 | sample is -1",
        "--database jdbc:h2:mem | database was 'jdbc:h2:mem', but jdbc:postgresql://",
        "--host 0.0.0.0 | --public-url with https",
        "--host 0.0.0.0 --public-url http://desk.example.org | public-url is 'http://desk.example.org'",
        "--host 0.0.0.0 --public-url https://desk.example.org | has no accounts",
        "--public-url https://desk.example.org | recap user add"
      })
  void saysWhatItWantsAndExitsWith2(String options, String message) {
    Ran ran = Ran.recap(("serve --data " + data + " " + options.strip()).split(" "));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(message.strip());
  }
}
