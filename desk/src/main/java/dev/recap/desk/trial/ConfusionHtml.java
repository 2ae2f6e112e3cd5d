package dev.recap.desk.trial;

import static dev.recap.desk.trial.TrialHtml.escape;
import static dev.recap.desk.trial.TrialWords.text;

import dev.recap.desk.trial.FieldAgreement.Confused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the agent said for each value that people chose, with the way to some of these tickets. */
record ConfusionHtml(FieldAgreement field, List<TrialPair> pairs) {
  private static final int MOST_LINKS = 5;

  String table() {
    Map<String, List<Confused>> rows =
        field.confusion().stream()
            .collect(
                Collectors.groupingBy(Confused::human, LinkedHashMap::new, Collectors.toList()));
    return """
    <section><h3>%s</h3><table>
    <tr><th scope="col">Person</th><th scope="col" class="n">Agent, too</th><th scope="col">Agent instead</th></tr>
    %s
    </table></section>\
    """
        .formatted(
            TrialPage.capital(field.field()),
            rows.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n")));
  }

  private String row(String human, List<Confused> cells) {
    int all = cells.stream().mapToInt(Confused::n).sum();
    int agree = cells.stream().filter(Confused::agrees).mapToInt(Confused::n).sum();
    return text(
        "<tr><td>%s</td><td class=\"n\">%,d of %,d</td><td>%s</td></tr>",
        escape(human),
        agree,
        all,
        cells.stream()
            .filter(cell -> !cell.agrees())
            .map(this::instead)
            .collect(Collectors.joining("<br>")));
  }

  private String instead(Confused cell) {
    Field its = Field.valueOf(field.field().toUpperCase(Locale.ROOT));
    String links =
        pairs.stream()
            .filter(pair ->
                cell.human().equals(pair.human().of(its))
                    && Objects.equals(cell.agent(), pair.agent().of(its)))
            .limit(MOST_LINKS)
            .map(pair -> text("<a href=\"#t%d\">%s</a>", pair.number(), escape(pair.ticket())))
            .collect(Collectors.joining(", "));
    return text(
        "%s: %,d <small>(%s%s)</small>",
        cell.agent() == null ? "<i>nothing</i>" : escape(cell.agent()),
        cell.n(),
        links,
        cell.n() > MOST_LINKS ? ", ..." : "");
  }
}
