package dev.recap.lab.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Summaries that models wrote when real conversations were compacted.
 *
 * @param all the shortest first
 */
public record Summaries(List<Summaries.Summary> all) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One of them.
   *
   * @param id of the conversation
   */
  public record Summary(String id, String text) {
    public Summary {
      if (id.isBlank() || text.isBlank()) {
        throw new IllegalArgumentException("a summary must have an id and a text");
      }
    }
  }

  public Summaries {
    all = all.stream().sorted(Comparator.comparingInt(one -> one.text().length())).toList();
  }

  /** None at all. */
  public static Summaries none() {
    return new Summaries(List.of());
  }

  /**
   * From files of JSON lines, {@code {"id", "summary"}}.
   *
   * @throws IllegalArgumentException when there is none, or a line is something else, naming file,
   *     line and field
   */
  public static Summaries read(Path directory) {
    List<Summary> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(f -> f.toString().endsWith(".jsonl")).sorted().forEach(f -> read(f, all));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(directory + " cannot be read: " + e, e);
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(directory + " holds no file .jsonl with a summary");
    }
    return new Summaries(all);
  }

  private static void read(Path file, List<Summary> all) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          all.add(summary(lines.get(i), "%s, line %d: ".formatted(file, i + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Summary summary(String line, String where) {
    try {
      var fields = new TraceField("", JSON.readTree(line));
      return new Summary(fields.at("id").text(), fields.at("summary").text());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String what =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      throw new IllegalArgumentException(where + what, e);
    }
  }

  /** What was written at the end of this very conversation; it knows what came later. */
  public Optional<String> own(RecordedRun run) {
    return all.stream()
        .filter(one -> run.id().equals(one.id()) || run.id().endsWith("-" + one.id()))
        .map(Summary::text)
        .findFirst();
  }

  /**
   * What stands in for the summaries of a run: its own; else those of others, one after the other
   * from the shortest to the longest and again.
   *
   * @param first where to begin, so that runs begin differently
   */
  Supplier<String> of(RecordedRun run, int first) {
    int[] next = {first};
    return () -> own(run).orElseGet(() -> all.get(next[0]++ % all.size()).text());
  }
}
