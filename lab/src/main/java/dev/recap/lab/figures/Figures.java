package dev.recap.lab.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What an experiment came to, as it stands in {@code docs/records/NAME.json}.
 *
 * @param name of the record, in small letters
 * @param command that writes it
 * @param totals a table: by the name of each row an object, whose fields are the columns
 */
public record Figures(String name, String command, ObjectNode totals) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where the records are, below the repository's root. */
  public static final Path FOLDER = Path.of("docs", "records");

  public Figures {
    if (!name.matches("[a-z-]+")) {
      throw new IllegalArgumentException(
          "a record's name has small letters and hyphens, but was '%s'".formatted(name));
    }
  }

  /** Those of totals as experiments have them. */
  public static Figures of(String name, String command, Map<String, ? extends Record> totals) {
    return new Figures(name, command, JSON.valueToTree(totals));
  }

  /** Those that a file holds. */
  public static Figures read(Path file) throws IOException {
    JsonNode json = JSON.readTree(Files.readString(file));
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    if (!(json.get("totals") instanceof ObjectNode totals) || !json.path("command").isTextual()) {
      throw new IOException(
          "%s is no record of figures: it needs a 'command' and 'totals'".formatted(file));
    }
    return new Figures(name, json.get("command").asText(), totals);
  }

  /** Those on record in the checkout that is worked in, none where there is no such record yet. */
  public static Figures onRecord(String name, String command) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    return Files.exists(file) ? read(file) : new Figures(name, command, JSON.createObjectNode());
  }

  /** The same with another row, in the place of the one of this name. */
  public Figures with(String row, Record total) {
    ObjectNode more = totals.deepCopy();
    more.set(row, JSON.valueToTree(total));
    return new Figures(name, command, more);
  }

  /** Writes the record, and every page of the repository that quotes it. */
  public void write(Path root) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("command", command);
    json.set("totals", totals);
    Path folder = root.resolve(FOLDER);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(name + ".json"), JSON.writeValueAsString(json) + System.lineSeparator());
    for (Path page : QuotedFigures.pages(root)) {
      String text = Files.readString(page);
      String quoting = QuotedFigures.written(text, this);
      if (!quoting.equals(text)) {
        Files.writeString(page, quoting);
      }
    }
  }

  /** The table as Markdown, under the command that makes it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("`%s`:".formatted(command));
    lines.add("");
    List<String> columns = new ArrayList<>();
    totals.elements().next().fieldNames().forEachRemaining(columns::add);
    StringJoiner header = row("");
    columns.forEach(column -> header.add(words(column)));
    lines.add(header.toString());
    lines.add("|---|" + "---:|".repeat(columns.size()));
    totals
        .properties()
        .forEach(total -> {
          StringJoiner row = row(total.getKey());
          columns.forEach(column -> row.add(shown(total.getValue().path(column))));
          lines.add(row.toString());
        });
    return lines;
  }

  private static StringJoiner row(String name) {
    return new StringJoiner(" | ", "| ", " |").add(name);
  }

  private static String words(String column) {
    return column.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String shown(JsonNode figure) {
    return figure.isIntegralNumber()
        ? String.format(Locale.ROOT, "%,d", figure.asLong())
        : figure.asText();
  }
}
