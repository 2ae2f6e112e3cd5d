package dev.recap.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Opaque;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.model.ToolSpec;
import dev.recap.work.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedRunsTest {
  private static final TraceText TRACE =
      new TraceText("t-1")
          .user("Where is order A100?")
          .thinkingCall("get_order", "A100", "{\"item\": 4711}")
          .assistant("On its way.")
          .user("Cancel it.")
          .call("cancel_order", "A100", "done");

  @TempDir Path dir;

  private final RecordedRuns reader =
      new RecordedRuns(ReadOnlyNames.usual(), new ToolSpecs(List.of()), "some-model");

  private List<RecordedRun> read(String text) throws IOException {
    return reader.read(Files.writeString(dir.resolve("runs.jsonl"), text));
  }

  private static <E extends Entry> List<E> entries(RecordedRun run, Class<E> kind) {
    return run.entries().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Nested
  class ATrace {
    @Test
    void isALineAndItsFirstMessageIsTheTask() throws IOException {
      List<RecordedRun> runs = read(TRACE.line() + "\n\n" + TRACE.line() + "\n");

      assertThat(runs).hasSize(2);
      assertThat(runs.getFirst().id()).isEqualTo("t-1");
      assertThat(runs.getFirst().task()).isEqualTo("Where is order A100?");
      assertThat(runs.getFirst().turns()).isEqualTo(3);
    }

    @Test
    void keepsWhatTheUserSaidInTheMiddle() {
      assertThat(entries(TRACE.run(), UserSaid.class))
          .containsExactly(
              new UserSaid("Where is order A100?", true), new UserSaid("Cancel it.", false));
    }

    @Test
    void keepsThinkingWholeWithItsTurn() {
      Replied first = entries(TRACE.run(), Replied.class).getFirst();

      assertThat(first.reply().content().getFirst())
          .isInstanceOfSatisfying(
              Opaque.class, thinking -> assertThat(thinking.isThinking()).isTrue());
    }

    @Test
    void hasEffectsByTheNamesOfItsTools() {
      assertThat(entries(TRACE.run(), Intended.class))
          .extracting(Intended::effect)
          .containsExactly(Effect.READ_ONLY, Effect.UNDECLARED);
    }

    @Test
    void hasSpecsMadeUpFromItsCallsUnlessAFileHasThemAll() throws IOException {
      assertThat(TRACE.run().tools())
          .containsExactly(
              new ToolSpec("cancel_order", "", "{\"type\":\"object\",\"properties\":{\"key\":{}}}"),
              new ToolSpec("get_order", "", "{\"type\":\"object\",\"properties\":{\"key\":{}}}"));

      Path file =
          Files.writeString(
              dir.resolve("tools.json"),
              "[{\"name\":\"get_order\",\"description\":\"Gets.\",\"input_schema\":{}},"
                  + "{\"name\":\"cancel_order\",\"input_schema\":{}},"
                  + "{\"name\":\"other\",\"input_schema\":{}}]");
      assertThat(ToolSpecs.read(List.of(file)).of(TRACE.run().entries()))
          .extracting(ToolSpec::name)
          .containsExactly("get_order", "cancel_order", "other");
    }

    @Test
    void tellsAFailedCallFromOneThatWorked() throws IOException {
      String line =
          TRACE.line().replace("\"content\":\"done\"", "\"content\":\"no\",\"is_error\":true");

      assertThat(entries(read(line).getFirst(), Answered.class))
          .extracting(Answered::standing)
          .containsExactly(Standing.CONFIRMED, Standing.FAILED);
    }
  }

  @Nested
  class AJournal {
    @Test
    void isARunWithoutTheCompactionsThatTookPlace() {
      Path file = dir.resolve("run.journal");
      try (JsonLinesJournal journal = JsonLinesJournal.open(file)) {
        TRACE.run().entries().forEach(journal::append);
        journal.append(
            new Compacted(
                "trim",
                List.of(),
                RollUp.NONE,
                new Left(Set.of(1), List.of(), Set.of(), 0),
                new Compacted.Report(2, 1, 3, 1, null)));
      }

      RecordedRun run = reader.read(file).getFirst();
      assertThat(run.entries()).isEqualTo(TRACE.run().entries());
      assertThat(run.model()).isEqualTo("some-model");
    }
  }

  @Nested
  class ALineThatIsNoTrace {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "[] | must be a JSON object, but is ARRAY",
          "{\"messages\": | is not JSON",
          "{} | field messages must be an array, but is missing",
          "{\"messages\":[]} | field messages must be a conversation with at least one reply",
          "{\"messages\":[{\"role\":\"system\"}]} | field messages[0].role must be user or assistant, but is \"system\"",
          "{\"messages\":[{\"role\":\"assistant\",\"content\":\"hi\"}]} | field messages[0].content must be preceded by a message of the user's",
          "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]} | field messages[0].content[0].text must be a text, but is missing",
          "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"x\"}]}]} | field messages[0].content[0].tool_use_id must be the id of a call",
          "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"x\",\"name\":\"n\"}]}]} | field messages[1].content[0].input must be an object, but is missing",
          "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"x\",\"name\":\"n\",\"input\":{}}]},{\"role\":\"user\",\"content\":\"b\"}]} | field messages[2].content must be an answer to each call, also to [x]",
        })
    void isAnErrorThatNamesFileLineAndField(String line, String message) {
      assertThatThrownBy(() -> read(TRACE.line() + "\n" + line.strip() + "\n"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("runs.jsonl, line 2: ")
          .hasMessageContaining(message.strip());
    }

    @Test
    void isAFileWithoutAnything() {
      assertThatThrownBy(() -> read("\n")).hasMessageContaining("holds no trace and no journal");
    }
  }
}
