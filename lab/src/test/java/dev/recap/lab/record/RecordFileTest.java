package dev.recap.lab.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.lab.record.RecordFile.Origin;
import dev.recap.lab.replay.ReadOnlyNames;
import dev.recap.lab.replay.RecordedRun;
import dev.recap.lab.replay.RecordedRuns;
import dev.recap.lab.replay.ToolSpecs;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record of runs over the vendor's SDK, with the simulator's server at the other end. */
class RecordFileTest {
  private static final String KEY = "sk-ant-api03-never-to-be-seen";
  private static final String MODEL = "claude-sonnet-5-5";
  private static final Origin ORIGIN = new Origin(Instant.EPOCH, MODEL, null);

  @TempDir private static Path dir;
  private static Path file;
  private static ScenarioReport played;
  private static List<Entry> heard;

  @BeforeAll
  static void play() throws IOException {
    file = dir.resolve("record.jsonl");
    heard = new ArrayList<>();
    var listener =
        new ScenarioListener() {
          @Override
          public void appended(Entry entry) {
            heard.add(entry);
            assertThat(lastLine()).contains("\"data\":{\"entry\":");
          }
        };
    try (SimulatorServer server = SimulatorServer.start(SimulatorOptions.defaults());
        RecordFile record = RecordFile.create(file, ORIGIN)) {
      played =
          new Scenario(
                  new TicketSource.Generated(2, 42),
                  new ModelChoice.Anthropic(
                      MODEL, KEY, server.baseUri().toString(), LocalDate.EPOCH),
                  Tuning.standard(),
                  ModelCatalog.bundled(),
                  listener)
              .play(
                  List.of(StrategyName.BASELINE, StrategyName.SUMMARY, StrategyName.PER_TICKET),
                  record::journal);
    }
  }

  private static String lastLine() {
    try {
      return Files.readAllLines(file).getLast();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<RecordedRun> read(Path path) {
    return new RecordedRuns(ReadOnlyNames.usual(), new ToolSpecs(List.of()), "nobody").read(path);
  }

  private static List<RecordedRun> read(String text) throws IOException {
    return read(Files.writeString(dir.resolve("changed.jsonl"), text));
  }

  @Test
  void hasEachConversationWithItsModelAndTools() {
    assertThat(read(file))
        .extracting(RecordedRun::id)
        .containsExactly(
            "record.jsonl:baseline",
            "record.jsonl:summary",
            "record.jsonl:per-ticket",
            "record.jsonl:per-ticket");
    assertThat(read(file))
        .allSatisfy(run -> {
          assertThat(run.model()).isEqualTo(MODEL);
          assertThat(run.task()).contains("get_next_ticket");
          assertThat(run.tools()).hasSize(7).allMatch(tool -> !tool.description().isEmpty());
        });
  }

  @Test
  void hasTheTokensThatTheProviderCounted() {
    for (RunReport run : played.runs()) {
      Usage counted =
          read(file).stream()
              .filter(one -> one.id().endsWith(":" + run.name()))
              .map(RecordedRun::counted)
              .reduce(Usage.NONE, Usage::plus);
      assertThat(counted.promptTokens()).isPositive().isEqualTo(run.tokens().promptTokens());
      assertThat(counted.outputTokens()).isEqualTo(run.tokens().outputTokens());
    }
  }

  @Test
  void hasEveryReplyAndNoCompaction() {
    List<Entry> entries = read(file).stream().flatMap(run -> run.entries().stream()).toList();

    assertThat(entries).isSubsetOf(heard);
    assertThat(heard).anyMatch(entry -> entry.getClass().getSimpleName().equals("Compacted"));
    assertThat(entries).filteredOn(Replied.class::isInstance).hasSize(16 + 16 + 14);
  }

  @Test
  void hasNoPartOfTheKey() throws IOException {
    assertThat(Files.readString(file))
        .contains("TICKET-1")
        .doesNotContain(KEY, "sk-ant", "never-to");
  }

  @Test
  void canHaveNoPasswordOfAnAddress() {
    String address = "http://ann:hush@127.0.0.1:9";

    assertThatThrownBy(() -> new ModelChoice.Anthropic(MODEL, KEY, address, LocalDate.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("base-url must not carry a user or a password");
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void isReadableWhereverWritingItEnded() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    long all = read(file).stream().mapToInt(RecordedRun::turns).sum();
    long before = 0;
    for (int end = whole.length / 20; end <= whole.length; end += whole.length / 97) {
      List<RecordedRun> runs = read(new String(Arrays.copyOf(whole, end), StandardCharsets.UTF_8));
      long turns = runs.stream().mapToInt(RecordedRun::turns).sum();
      assertThat(turns).isBetween(before, all);
      before = turns;
    }
    assertThat(before).isGreaterThan(all - 3);
  }

  @Test
  void isNotWrittenOverAnotherFile() throws IOException {
    Path there = Files.writeString(dir.resolve("there.jsonl"), "precious");

    assertThatThrownBy(() -> RecordFile.create(there, ORIGIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there.jsonl exists, and a record is not written over");
    assertThat(there).hasContent("precious");
  }

  @Test
  void hasNothingToPlayBackBeforeTheFirstReply() throws IOException {
    Path begun = dir.resolve("begun.jsonl");
    try (RecordFile record = RecordFile.create(begun, ORIGIN)) {
      Journal journal = record.journal("baseline", List.of());
      assertThat(journal.size()).isZero();
    }

    assertThatThrownBy(() -> read(begun)).hasMessageContaining("begun.jsonl holds no reply yet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"conversation\":9,\"line\":{}} | field conversation must be the number of one that has begun, but is 9",
        "{\"conversation\":1,\"run\":\"x\",\"tools\":[]} | field conversation must be a number that no conversation has yet, but is 1",
        "{\"conversation\":8,\"run\":\"x\"} | field tools must be an array, but is missing",
        "{\"conversation\":8,\"run\":[],\"tools\":[]} | field run must be a text, but is []",
        "{\"conversation\":8,\"run\":\"x\",\"tools\":[{}]} | field tools[0].name must be a text, but is missing",
        "{\"conversation\":1} | field line must be an entry as a journal has it",
        "{\"conversation\":1,\"line\":{\"data\":{\"entry\":\"melted\"}}} | field line must be an entry as a journal has it",
        "{\"conversation\":1,\"line\":7} | field line must be an entry as a journal has it",
        "nonsense | is not JSON",
      })
  void aLineThatIsNoneIsNamed(String line, String message) throws IOException {
    String first = Files.readAllLines(file).stream().limit(3).reduce("", (a, b) -> a + b + "\n");

    assertThatThrownBy(() -> read(first + line.strip() + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changed.jsonl, line 4: ")
        .hasMessageContaining(message.strip());
  }

  @Test
  void ofALaterReleaseIsNotRead() {
    assertThatThrownBy(() -> read("{\"format\":\"recap-record\",\"version\":2,\"model\":\"m\"}\n"))
        .hasMessageContaining("line 1: field version must be 1 in this release, but is 2");
  }
}
