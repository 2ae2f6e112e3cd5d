package dev.recap.desk.trial;

import static dev.recap.desk.trial.TrialHtml.escape;
import static dev.recap.desk.trial.TrialWords.text;

import dev.recap.desk.ticket.Evidence;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One ticket: the customer's words, what each of the two made of it, and what the draft rests on. */
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
            TrialPage.said(pair.agent().reply(), "No draft."),
            why(pair),
            evidence(pair));
  }

  private static String classes(TrialPair pair) {
    return (pair.differs().isEmpty() ? "" : " differ " + String.join(" ", pair.differs()))
        + (pair.forPerson() == null ? "" : " person");
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
            field.label(),
            escape(human),
            escape(Objects.requireNonNullElse(agent, "nothing")));
  }

  private static String why(TrialPair pair) {
    return pair.forPerson() == null
        ? ""
        : "<p class=\"why\">The draft would have gone to a person: %s.</p>"
            .formatted(escape(pair.forPerson()));
  }

  private static String evidence(TrialPair pair) {
    if (pair.evidence().isEmpty()) {
      return "<p class=\"why\">The agent found no article.</p>";
    }
    return "<details><summary>What the agent read (%d)</summary><dl>%s</dl></details>"
        .formatted(
            pair.evidence().size(),
            pair.evidence().stream().map(TrialPairHtml::read).collect(Collectors.joining()));
  }

  private static String read(Evidence read) {
    return "<dt>%s</dt><dd>%s</dd>".formatted(escape(read.title()), escape(read.passage()));
  }
}
