package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.trial.AnsweredFile;
import dev.recap.desk.trial.FieldAgreement;
import dev.recap.desk.trial.FieldAgreement.Confused;
import dev.recap.desk.trial.TrialEstimate;
import dev.recap.desk.trial.TrialOrder;
import dev.recap.desk.trial.TrialProgress;
import dev.recap.desk.trial.TrialResult;
import dev.recap.desk.trial.TrialWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a trial says in a terminal: before it begins, meanwhile, and at its end. */
final class TrialText {
  private static final int MOST_CELLS = 8;

  private TrialText() {}

  /** How a file was read: a wrong guess shows here. */
  static List<String> read(AnsweredFile file) {
    List<String> said = new ArrayList<>();
    String columns =
        Arrays.stream(Field.values())
            .filter(field -> file.mapping().column(field) != null)
            .map(field -> "%s is '%s'".formatted(field.label(), file.mapping().column(field)))
            .collect(Collectors.joining(", "));
    said.add(
        "Columns: %s%s."
            .formatted(
                columns,
                file.ignored().isEmpty() ? "" : "; ignored: " + String.join(", ", file.ignored())));
    if (!file.bad().isEmpty()) {
      said.add(
          "%s left out, such as %s."
              .formatted(
                  file.bad().size() == 1
                      ? "1 bad row is"
                      : "%,d bad rows are".formatted(file.bad().size()),
                  file.bad().getFirst()));
    }
    return wrapped(said);
  }

  /**
   * What is going to happen and what that will roughly cost.
   *
   * @param worked tickets that are worked already
   */
  static List<String> plan(
      TrialOrder order, int worked, TrialEstimate estimate, ModelCatalog catalog) {
    List<String> said = new ArrayList<>();
    said.add(
        "%s of %s to work again%s."
            .formatted(
                TrialWords.counted(estimate.tickets(), "ticket"),
                order.made().name(),
                worked == 0 ? "" : "; %,d are worked already".formatted(worked)));
    said.add(order.who().told() + ".");
    said.add(
        "An estimate by recorded runs: about %,d tokens sent and %,d back%s.%s"
            .formatted(
                estimate.promptTokens(),
                estimate.outputTokens(),
                money(estimate, catalog),
                estimate.thinks() ? " What the model thinks is not in it and may double it." : ""));
    if (order.budget().dollars() < Double.POSITIVE_INFINITY) {
      said.add(
          "No request is sent that could take the trial above %s."
              .formatted(TrialWords.dollars(order.budget().dollars())));
    }
    return wrapped(said);
  }

  private static String money(TrialEstimate estimate, ModelCatalog catalog) {
    Double dollars = estimate.dollars();
    Double without = estimate.dollarsWithoutCache();
    return dollars == null || without == null
        ? "; the price is not known here"
        : ": about %s, or %s without the prompt cache (prices of %s)"
            .formatted(TrialWords.dollars(dollars), TrialWords.dollars(without), catalog.date());
  }

  /** How far it is. */
  static String progress(TrialProgress now) {
    return "%,d of %,d tickets, %,d tokens, %s"
        .formatted(now.worked(), now.given(), now.tokens(), TrialWords.dollars(now.dollars()));
  }

  /** What came of it. */
  static List<String> lines(TrialResult result) {
    List<String> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(result.about().told()));
    head.add(TrialWords.scenario(result));
    head.add("Spent: " + TrialWords.cost(result) + ".");
    head.addAll(TrialWords.notices(result));
    lines.addAll(wrapped(head));
    lines.add("");
    lines.addAll(Columns.of(table(result)));
    lines.add("");
    List<String> more = new ArrayList<>();
    result.fields().forEach(field -> differences(field, more));
    result
        .forPeople()
        .forEach(why ->
            more.add(
                "%s would have gone to a person: %s."
                    .formatted(TrialWords.counted(why.n(), "draft"), why.reason())));
    if (result.tickets().flagged() > 0) {
      more.add(
          "In %s something stands in no source or was left to be filled in: see the page."
              .formatted(TrialWords.counted(result.tickets().flagged(), "draft")));
    }
    more.add(
        "%s of a person beside the agent's draft."
            .formatted(
                result.tickets().replies() == 1
                    ? "1 reply"
                    : "%,d replies".formatted(result.tickets().replies())));
    lines.addAll(wrapped(more));
    return lines;
  }

  private static List<List<String>> table(TrialResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("field", "compared", "agree", "share", "95 % interval", "commonest"));
    for (FieldAgreement field : result.fields()) {
      FieldAgreement.Commonest commonest = field.commonest();
      rows.add(
          List.of(
              field.field(),
              "%,d".formatted(field.compared()),
              "%,d".formatted(field.agree()),
              TrialWords.share(field),
              TrialWords.interval(field),
              commonest == null ? "-" : "%.1f %%".formatted(100 * commonest.share())));
    }
    return rows;
  }

  private static void differences(FieldAgreement field, List<String> lines) {
    List<Confused> differ =
        field.confusion().stream()
            .filter(cell -> !cell.human().equals(cell.agent()))
            .sorted((a, b) -> Integer.compare(b.n(), a.n()))
            .toList();
    if (!differ.isEmpty()) {
      lines.add(
          "%s, person -> agent: %s%s."
              .formatted(
                  field.field(),
                  differ.stream()
                      .limit(MOST_CELLS)
                      .map(cell ->
                          "%s -> %s %,d"
                              .formatted(
                                  cell.human(),
                                  cell.agent() == null ? "nothing" : cell.agent(),
                                  cell.n()))
                      .collect(Collectors.joining(", ")),
                  differ.size() > MOST_CELLS ? ", and more" : ""));
    }
  }

  private static List<String> wrapped(List<String> said) {
    return said.stream().flatMap(line -> ScreenText.wrap(line, "  ").stream()).toList();
  }
}
