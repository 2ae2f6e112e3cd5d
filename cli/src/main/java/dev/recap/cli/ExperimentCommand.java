package dev.recap.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.table.Findings;
import dev.recap.lab.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An experiment of the lab: its findings are tables for people or JSON for programs. */
abstract class ExperimentCommand extends Subcommand {
  private static final int MOST_SHOWN = 50;

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      paramLabel = "FILE",
      description = "Writes {rows: [...], totals: {...}}; - for standard output and nothing else.")
  private @Nullable String json;

  ExperimentCommand() {}

  /**
   * Writes the JSON where it was asked for, and prints the tables unless standard output is the
   * JSON's.
   *
   * @param rows whether each row gets a line, besides the totals
   */
  final void show(Findings findings, boolean rows) throws IOException {
    show(findings.json(), rows ? findings.lines() : findings.totalsAlone());
  }

  /** The same of findings in another form. */
  final void show(ObjectNode findings, List<String> lines) throws IOException {
    if (json != null) {
      writeJson(json, findings);
    }
    print(lines);
  }

  /** Prints lines unless standard output is the JSON's. */
  final void print(List<String> lines) {
    if (!STANDARD_OUTPUT.equals(json)) {
      lines.forEach(out()::println);
    }
    out().flush();
  }

  /** Rows in which something failed, as many as people read. */
  static List<String> failing(List<? extends Record> rows) {
    List<String> lines = new ArrayList<>(Table.of(rows.stream().limit(MOST_SHOWN).toList()));
    if (rows.size() > MOST_SHOWN) {
      lines.add("... and %d more".formatted(rows.size() - MOST_SHOWN));
    }
    return lines;
  }
}
