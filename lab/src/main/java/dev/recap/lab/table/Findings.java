package dev.recap.lab.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an experiment found.
 *
 * @param rows one record a row, all of one type: its components are the columns
 * @param totals one record a name, such as a strategy, in the order given
 * @param others further tables by name, shown before the rows
 */
public record Findings(
    List<? extends Record> rows,
    Map<String, ? extends Record> totals,
    Map<String, ? extends List<? extends Record>> others) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Findings {
    rows = List.copyOf(rows);
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Rows and totals alone. */
  public Findings(List<? extends Record> rows, Map<String, ? extends Record> totals) {
    this(rows, totals, Map.of());
  }

  /** Rows, and a total of those with the same name, in the order of the rows. */
  public static <R extends Record> Findings of(
      List<R> rows, Function<R, String> name, Function<List<R>, Record> total) {
    Map<String, List<R>> groups =
        rows.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    Map<String, Record> totals = new LinkedHashMap<>();
    groups.forEach((group, its) -> totals.put(group, total.apply(its)));
    return new Findings(rows, totals);
  }

  /**
   * An object with {@code rows} and {@code totals}, fields named as the columns, and the other
   * tables under their names.
   */
  public ObjectNode json() {
    ObjectNode all = JSON.createObjectNode();
    all.set("rows", JSON.valueToTree(rows));
    all.set("totals", JSON.valueToTree(totals));
    others.forEach((name, table) -> all.set(name, JSON.valueToTree(table)));
    return all;
  }

  /** All as tables, the totals last. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    others.forEach((name, table) -> {
      lines.add(name);
      lines.addAll(Table.of(table));
      lines.add("");
    });
    lines.addAll(Table.of(rows));
    if (!totals.isEmpty()) {
      lines.add("");
      lines.addAll(totalsAlone());
    }
    return lines;
  }

  /** The totals as a table, for findings with too many rows to read. */
  public List<String> totalsAlone() {
    return Table.named("name", totals);
  }
}
