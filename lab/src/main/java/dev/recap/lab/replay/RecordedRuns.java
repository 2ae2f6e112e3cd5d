package dev.recap.lab.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.lab.record.RecordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files of recorded runs: one conversation a line in the words of the Messages API; one of
 * our journals, which is a run by itself; or a record of several, as far as it was written.
 *
 * @param readOnly which tools of a trace are taken to be read-only; a journal knows it
 * @param journalModel the model's name for a journal, which does not record it
 */
public record RecordedRuns(ReadOnlyNames readOnly, ToolSpecs tools, String journalModel) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * The runs of one file, in order.
   *
   * @throws IllegalArgumentException when a line is neither a trace nor an entry, naming file, line
   *     and field
   */
  public List<RecordedRun> read(Path file) {
    String text = text(file);
    List<String> lines = text.lines().toList();
    String format = lines.isEmpty() || lines.getFirst().isBlank() ? "" : format(file, lines);
    return switch (format) {
      case JsonLinesJournal.FORMAT -> List.of(journal(file));
      // The end of a line that was being written when the process died is not there.
      case RecordFile.FORMAT ->
          record(file, text.endsWith("\n") ? lines : lines.subList(0, lines.size() - 1));
      default -> traces(file, lines);
    };
  }

  /**
   * Reads the traces of one domain, one after the other. Those of other domains are passed over as
   * they are.
   *
   * @param taken gets each; what it refuses is told with file and line
   * @return how many were passed over
   * @throws IllegalArgumentException when a line is no trace, naming file, line and field, or none
   *     is of that domain
   */
  public int readDomain(Path file, String domain, Consumer<RecordedRun> taken) {
    int[] read = {0};
    int[] passed = {0};
    each(
        file,
        text(file).lines().toList(),
        (number, line) -> {
          if (line.at("domain").textOrNone().equals(domain)) {
            String name = "%s:%d".formatted(file.getFileName(), number);
            taken.accept(TraceLine.read(line.value(), name, readOnly, tools));
            read[0]++;
          } else {
            passed[0]++;
          }
        });
    if (read[0] == 0) {
      throw new IllegalArgumentException(
          "%s holds no trace whose field domain is %s; %d others were passed over"
              .formatted(file, domain, passed[0]));
    }
    return passed[0];
  }

  private static String format(Path file, List<String> lines) {
    return json(lines.getFirst(), file + ", line 1").path("format").asText();
  }

  private List<RecordedRun> traces(Path file, List<String> lines) {
    List<RecordedRun> runs = new ArrayList<>();
    each(
        file,
        lines,
        (number, line) ->
            runs.add(
                TraceLine.read(
                    line.value(), "%s:%d".formatted(file.getFileName(), number), readOnly, tools)));
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no trace and no journal");
    }
    return runs;
  }

  private static List<RecordedRun> record(Path file, List<String> lines) {
    var record = new RecordLines(String.valueOf(file.getFileName()));
    each(file, lines, record::read);
    if (record.runs().isEmpty()) {
      throw new IllegalArgumentException(file + " holds no reply yet");
    }
    return record.runs();
  }

  /** Reads a line, counted from 1. */
  private interface LineReader {
    void read(int number, TraceField line);
  }

  private static void each(Path file, List<String> lines, LineReader reader) {
    for (int i = 0; i < lines.size(); i++) {
      String where = "%s, line %d".formatted(file, i + 1);
      if (lines.get(i).isBlank()) {
        continue;
      }
      TraceField line = new TraceField("", json(lines.get(i), where));
      try {
        reader.read(i + 1, line);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
      }
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e, e);
    }
  }

  private static JsonNode json(String line, String where) {
    try {
      JsonNode json = JSON.readTree(line);
      if (!json.isObject()) {
        throw new IllegalArgumentException(
            where + ": must be a JSON object, but is " + json.getNodeType());
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          where + ": is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
  }

  private RecordedRun journal(Path file) {
    List<Entry> entries = new ArrayList<>();
    try {
      JsonLinesJournal.read(file, 0, entries::add);
    } catch (JournalException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (!RecordLines.isOne(entries)) {
      throw new IllegalArgumentException(file + ": the journal has no task or no reply");
    }
    entries = RecordLines.withoutCompactions(entries);
    return new RecordedRun(
        String.valueOf(file.getFileName()), journalModel, "", tools.of(entries), entries);
  }
}
