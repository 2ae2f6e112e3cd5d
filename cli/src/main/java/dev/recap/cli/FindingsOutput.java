package dev.recap.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.recap.lab.table.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the findings of an experiment go. */
final class FindingsOutput {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes {rows: [...], totals: {...}}; - for standard output and nothing else.")
  private @Nullable String json;

  FindingsOutput() {}

  /** Whether standard output belongs to the JSON. */
  boolean onlyJson() {
    return "-".equals(json);
  }

  /** Prints the tables, and writes the JSON where it was asked for. */
  void show(Findings findings, PrintWriter out) throws IOException {
    show(findings, findings.lines(), out);
  }

  /** The same without a line for each row, for findings with too many of them to read. */
  void showTotals(Findings findings, PrintWriter out) throws IOException {
    show(findings, findings.totalsAlone(), out);
  }

  private void show(Findings findings, List<String> lines, PrintWriter out) throws IOException {
    if (json != null) {
      var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      String text = mapper.writeValueAsString(findings.json());
      if (onlyJson()) {
        out.println(text);
      } else {
        Files.writeString(Path.of(json), text + "\n");
      }
    }
    if (!onlyJson()) {
      lines.forEach(out::println);
    }
    out.flush();
  }
}
