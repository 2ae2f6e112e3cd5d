package dev.recap.lab.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.UserSaid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files of recorded runs: one conversation a line in the words of the Messages API, or one of
 * our journals, which is a run by itself.
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
    List<RecordedRun> runs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String where = "%s, line %d".formatted(file, i + 1);
      if (lines.get(i).isBlank()) {
        continue;
      }
      JsonNode json = json(lines.get(i), where);
      if (i == 0 && JsonLinesJournal.FORMAT.equals(json.path("format").asText())) {
        return List.of(journal(file));
      }
      try {
        runs.add(TraceLine.read(json, file.getFileName() + ":" + (i + 1), readOnly, tools));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
      }
    }
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no trace and no journal");
    }
    return runs;
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
    entries.removeIf(entry -> entry instanceof Compacted || entry instanceof SummaryAsked);
    if (entries.stream().noneMatch(Replied.class::isInstance)
        || entries.stream().noneMatch(e -> e instanceof UserSaid said && said.pinned())) {
      throw new IllegalArgumentException(file + ": the journal has no task or no reply");
    }
    return new RecordedRun(
        String.valueOf(file.getFileName()), journalModel, "", tools.of(entries), entries);
  }
}
