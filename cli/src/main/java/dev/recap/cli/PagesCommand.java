package dev.recap.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the desk's pages take when there is much in it. */
@Command(
    name = "pages",
    description = {
      "Fills a desk with invented tickets, serves it from a process of its own with 512 MB of heap"
          + " at the most, and asks for each page again and again over HTTP.",
      "Times are those of this machine with whatever else it does: compare them in one run."
    },
    exitCodeList = {"0:every page was answered", "1:one was not", "2:wrong usage"})
final class PagesCommand extends ExperimentCommand {
  private static final int MOST_TICKETS = 1_000_000;

  @Option(
      names = "--tickets",
      paramLabel = "N",
      description = "How many tickets the desk has (default 10000).")
  private int tickets = 10_000;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "An empty PostgreSQL database for the tickets, jdbc:postgresql://HOST:PORT/DATABASE"
              + " (default a file).")
  private @Nullable String database;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "How often each page is asked for (default 100).")
  private int requests = 100;

  PagesCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    between("tickets", tickets, MOST_TICKETS);
    between("requests", requests, MOST_TICKETS);
    PagesLoad.Found found = new PagesLoad(tickets, database, requests, this::say).find();
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.set("rows", new ObjectMapper().valueToTree(found.pages()));
    json.set("totals", new ObjectMapper().valueToTree(found.desk()));
    List<String> lines = new ArrayList<>(Table.of(found.pages()));
    lines.add("");
    lines.addAll(Table.of(List.of(found.desk())));
    show(json, lines);
    return 0;
  }

  private static void between(String name, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "%s is %,d, but 1 to %,d were expected".formatted(name, number, most));
    }
  }
}
