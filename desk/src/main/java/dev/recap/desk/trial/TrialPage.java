package dev.recap.desk.trial;

import static dev.recap.desk.trial.TrialHtml.escape;
import static dev.recap.desk.trial.TrialWords.text;

import dev.recap.desk.trial.TrialResult.Spending;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result as one self-contained page. It loads nothing and has no script; all foreign text in it
 * is escaped, and its content security policy allows this one style sheet alone.
 */
public final class TrialPage {
  private static final String STYLE = resource("trial.css");
  private static final int MOST_PAIRS = 500;

  private final TrialResult result;

  private TrialPage(TrialResult result) {
    this.result = result;
  }

  public static String of(TrialResult result) {
    return new TrialPage(result).page();
  }

  private String page() {
    return resource("trial.html")
        .replace("{{style}}", STYLE)
        .replace("{{stylehash}}", sha256(STYLE))
        .replace("{{name}}", escape(result.about().name()))
        .replace(
            "{{badge}}", result.about().simulated() ? "SIMULATED" : escape(result.about().model()))
        .replace("{{verdict}}", escape(TrialWords.verdict(result)))
        .replace("{{told}}", escape(result.about().told()))
        .replace("{{scenario}}", escape(TrialWords.scenario(result)))
        .replace("{{notices}}", notices())
        .replace("{{cards}}", cards())
        .replace("{{tables}}", tables())
        .replace("{{people}}", people())
        .replace("{{filters}}", filters())
        .replace("{{left}}", left())
        .replace("{{pairs}}", shown().map(TrialPairHtml::of).collect(Collectors.joining("\n")));
  }

  private Stream<TrialPair> shown() {
    return result.pairs().stream().limit(MOST_PAIRS);
  }

  private String left() {
    return result.pairs().size() <= MOST_PAIRS
        ? ""
        : text(
            "<p class=\"notice\">The first %,d of %,d tickets stand here, and all of them in %s.</p>",
            MOST_PAIRS, result.pairs().size(), TrialFolder.JSON);
  }

  private String notices() {
    return TrialWords.notices(result).stream()
        .map(notice -> "<p class=\"notice\">%s</p>".formatted(escape(notice)))
        .collect(Collectors.joining("\n"));
  }

  private String cards() {
    List<String> cards = new ArrayList<>();
    result.fields().forEach(field -> cards.add(card(field)));
    Spending spent = result.spending();
    cards.add(
        card(
            result.about().simulated() ? "Would have cost a ticket" : "Cost a ticket",
            spent.dollarsATicket() == null ? "-" : TrialWords.dollars(spent.dollarsATicket()),
            List.of(
                TrialWords.cost(result),
                spent.dollarsATicket() == null
                    ? ""
                    : TrialWords.dollars(1_000 * spent.dollarsATicket()) + " for 1,000 tickets",
                spent.secondsATicket() == null
                    ? ""
                    : text("%.1f s the ticket in the middle", spent.secondsATicket()))));
    return String.join("\n", cards);
  }

  private static String card(FieldAgreement field) {
    FieldAgreement.Commonest commonest = field.commonest();
    if (commonest == null) {
      return card(
          capital(field.field()), "-", List.of("No ticket has a person's value: not compared."));
    }
    return card(
        capital(field.field()),
        TrialWords.share(field),
        List.of(
            text("%,d of %,d agree", field.agree(), field.compared()),
            "95 % interval: " + TrialWords.interval(field),
            text(
                "always saying %s would be %s",
                commonest.value(), TrialWords.percent(commonest.share()))));
  }

  private static String card(String title, String figure, List<String> lines) {
    return """
    <article class="card"><h2>%s</h2><p class="big">%s</p>%s</article>\
    """
        .formatted(
            title,
            figure,
            lines.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> "<p><small>%s</small></p>".formatted(escape(line)))
                .collect(Collectors.joining()));
  }

  private String tables() {
    return result.fields().stream()
        .filter(field -> field.compared() > 0)
        .map(field -> new ConfusionHtml(field, result.pairs()).table())
        .collect(Collectors.joining("\n"));
  }

  private String people() {
    int all = result.forPeople().stream().mapToInt(TrialResult.Reason::n).sum();
    String flagged =
        result.tickets().flagged() == 0
            ? "<p>In no draft was anything found that stands in no source.</p>"
            : text(
                "<p>In %,d of %,d drafts something stands in no source, or was left to be filled in: it is marked below.</p>",
                result.tickets().flagged(), result.tickets().worked());
    if (all == 0) {
      return "<p>None: a look at the draft would have done for every ticket.</p>" + flagged;
    }
    String reasons =
        result.forPeople().stream()
            .map(reason -> text("<li>%s: %,d</li>", escape(reason.reason()), reason.n()))
            .collect(Collectors.joining());
    return text(
        "<p>%,d of %,d%s</p><ul>%s</ul>%s",
        all,
        result.pairs().size(),
        all < result.pairs().size() ? "; the others would have waited for a look." : ".",
        reasons,
        flagged);
  }

  private String filters() {
    List<String> links = new ArrayList<>();
    links.add(filter("all", "All", pair -> true));
    links.add(filter("differ", "Differ in anything", pair -> !pair.differs().isEmpty()));
    for (FieldAgreement field : result.fields()) {
      String name = field.field();
      if (field.compared() > 0) {
        links.add(filter(name, "Differ in " + name, pair -> pair.differs().contains(name)));
      }
    }
    links.add(filter("person", "Went to a person", pair -> pair.ground().forPerson() != null));
    links.add(
        filter("flagged", "Draft to be checked", pair -> !pair.ground().findings().isEmpty()));
    return String.join("\n", links);
  }

  private String filter(String anchor, String words, Predicate<TrialPair> which) {
    return text("<a href=\"#%s\">%s (%,d)</a>", anchor, words, shown().filter(which).count());
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Foreign text, or what says that there is none. */
  static String said(@Nullable String text, String none) {
    return text == null
        ? "<p class=\"none\">%s</p>".formatted(none)
        : "<pre dir=\"auto\">%s</pre>".formatted(escape(text));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = TrialPage.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
