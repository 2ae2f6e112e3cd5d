package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.StoredTicket;
import java.util.stream.Collectors;

/** What a run's agent claimed in the end beside what the store has, with each ticket's draft. */
final class ClaimAndStore {
  /** From more tickets on the page begins with these parts closed. */
  private static final int FEW_TICKETS = 10;

  private final RunReport run;
  private final Verdict verdict;

  ClaimAndStore(RunReport run, Verdict verdict) {
    this.run = run;
    this.verdict = verdict;
  }

  String html() {
    boolean open = run.store().size() <= FEW_TICKETS && !run.answer().isBlank();
    return """
    <details%s><summary><i class="dot %s"></i>%s</summary><div class="pair">
    <section><h3>What it claimed</h3>%s</section>
    <section><h3>What the store has</h3><ul>%s</ul>
    <div class="scroll" tabindex="0"><table class="store"><tr><th>Ticket</th><th>Status</th>
    <th>Category</th><th>Priority</th><th>Team</th></tr>%s</table></div></section></div></details>\
    """
        .formatted(open ? " open" : "", run.name(), run.name(), claimed(), happened(), tickets());
  }

  private String claimed() {
    return run.answer().isBlank()
        ? "<em>no closing account (%s)</em>".formatted(HtmlText.escape(run.ended()))
        : "<pre>%s</pre>".formatted(HtmlText.escape(run.answer()));
  }

  private String happened() {
    return verdict.happened(run).stream()
        .map(sentence -> "<li>%s</li>".formatted(HtmlText.escape(sentence)))
        .collect(Collectors.joining());
  }

  private String tickets() {
    return run.store().stream().map(ClaimAndStore::ticket).collect(Collectors.joining("\n"));
  }

  private static String ticket(StoredTicket ticket) {
    String own = ticket.externalId();
    String named = own == null ? "" : " <small>(%s)</small>".formatted(HtmlText.brief(own));
    return """
    <tr><td>%s%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>
    <tr class="more"><td colspan="5">%s%s</td></tr>\
    """
        .formatted(
            HtmlText.escape(ticket.id()),
            named,
            HtmlText.escape(ticket.status()),
            HtmlText.escape(ticket.category()),
            HtmlText.escape(ticket.priority()),
            HtmlText.escape(ticket.team()),
            HtmlText.brief(ticket.subject()),
            draft(ticket.draft()));
  }

  private static String draft(String draft) {
    return draft.isEmpty()
        ? " <em>(no draft)</em>"
        : "<details><summary>Draft</summary><pre>%s</pre></details>"
            .formatted(HtmlText.escape(draft));
  }
}
