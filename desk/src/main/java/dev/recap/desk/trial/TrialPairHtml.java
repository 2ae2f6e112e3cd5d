package dev.recap.desk.trial;

import static dev.recap.desk.trial.TrialHtml.escape;
import static dev.recap.desk.trial.TrialWords.text;

import dev.recap.desk.review.Finding;
import dev.recap.desk.ticket.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One ticket: the customer's words, what each of the two made of it, and what the draft rests on.
 */
final class TrialPairHtml {
  private TrialPairHtml() {}

  static String of(TrialPair pair) {
    return """
    <article class="pair%s" id="t%d"><h3>%s &middot; %s</h3>
    <ul class="fields">%s</ul>
    %s
    <div class="two"><section><h4>A person replied</h4>%s</section>
    <section class="agent"><h4>The agent's draft</h4>%s</section></div>
    %s%s</article>\
    """
        .formatted(
            classes(pair),
            pair.number(),
            escape(pair.ticket()),
            escape(pair.subject()),
            Arrays.stream(Field.values())
                .map(field -> field(field, pair))
                .collect(Collectors.joining()),
            "<h4>The customer wrote</h4>" + TrialPage.said(pair.text(), ""),
            TrialPage.said(pair.human().reply(), "No reply of a person is in the file."),
            draft(pair),
            why(pair),
            evidence(pair));
  }

  private static String classes(TrialPair pair) {
    return (pair.differs().isEmpty() ? "" : " differ " + String.join(" ", pair.differs()))
        + (pair.ground().forPerson() == null ? "" : " person")
        + (pair.ground().findings().isEmpty() ? "" : " flagged");
  }

  /** A mark beside the words, because nobody has to tell colours apart. */
  private static String field(Field field, TrialPair pair) {
    @Nullable String human = pair.human().of(field);
    @Nullable String agent = pair.agent().of(field);
    if (human == null) {
      return agent == null
          ? ""
          : text("<li class=\"alone\">%s: agent %s</li>", field.label(), escape(agent));
    }
    return human.equals(agent)
        ? text("<li class=\"same\">= %s: %s</li>", field.label(), escape(human))
        : text(
            "<li class=\"other\">&ne; %s: person %s, agent %s</li>",
            field.label(), escape(human), escape(Objects.requireNonNullElse(agent, "nothing")));
  }

  /** The draft with what a reviewer is shown, and behind it why. */
  private static String draft(TrialPair pair) {
    String draft = pair.agent().reply();
    List<Finding> findings = pair.ground().findings();
    if (draft == null || findings.isEmpty()) {
      return TrialPage.said(draft, "No draft.");
    }
    var marked = new StringBuilder();
    var reasons = new StringBuilder();
    int done = 0;
    for (Finding finding : findings) {
      marked.append(escape(draft.substring(done, finding.start())));
      marked.append("<mark>").append(escape(finding.text())).append("</mark>");
      reasons.append(
          "<li><mark>%s</mark> %s</li>".formatted(escape(finding.text()), escape(finding.why())));
      done = finding.end();
    }
    marked.append(escape(draft.substring(done)));
    return "<pre dir=\"auto\">%s</pre><ul class=\"why\">%s</ul>".formatted(marked, reasons);
  }

  private static String why(TrialPair pair) {
    String why = pair.ground().forPerson();
    return why == null
        ? ""
        : "<p class=\"why\">The draft would have gone to a person: %s.</p>".formatted(escape(why));
  }

  private static String evidence(TrialPair pair) {
    if (pair.ground().evidence().isEmpty()) {
      return pair.ground().forPerson() == null
          ? "<p class=\"why\">The agent found no article.</p>"
          : "";
    }
    return "<details><summary>What the agent read (%d)</summary><dl>%s</dl></details>"
        .formatted(
            pair.ground().evidence().size(),
            pair.ground().evidence().stream()
                .map(TrialPairHtml::read)
                .collect(Collectors.joining()));
  }

  private static String read(Evidence read) {
    return "<dt>%s</dt><dd>%s</dd>".formatted(escape(read.title()), escape(read.passage()));
  }
}
