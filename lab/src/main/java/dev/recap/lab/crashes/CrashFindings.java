package dev.recap.lab.crashes;

import dev.recap.lab.table.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the experiment found.
 *
 * @param rows scenarios in which everything broke that was to break
 * @param notReached scenarios that count for nothing, as something in them did not
 */
public record CrashFindings(List<CrashRow> rows, int notReached) {
  public CrashFindings {
    rows = List.copyOf(rows);
  }

  static CrashFindings of(List<CrashRow> all) {
    List<CrashRow> counted =
        all.stream().filter(row -> row.reached() || !row.wrong().isEmpty()).toList();
    return new CrashFindings(counted, all.size() - counted.size());
  }

  /** Those that did not end as they had to. */
  public List<CrashRow> wrong() {
    return rows.stream().filter(row -> !row.wrong().isEmpty()).toList();
  }

  /** Totals by store, and of all. */
  public Map<String, CrashTotals> totals() {
    Map<String, CrashTotals> totals = new LinkedHashMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(CrashRow::store, LinkedHashMap::new, Collectors.toList()))
        .forEach((store, its) -> totals.put(store, CrashTotals.of(its)));
    totals.put("all", CrashTotals.of(rows));
    return totals;
  }

  /** As tables or JSON. */
  public Findings findings() {
    return new Findings(rows, totals());
  }
}
