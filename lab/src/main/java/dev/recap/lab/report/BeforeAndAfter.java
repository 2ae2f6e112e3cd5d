package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.ShownMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the model would have seen beside what it saw after a compaction, as a sheet over the page.
 * The chart's marks open it by its name; it needs no script.
 */
final class BeforeAndAfter {
  private static final int MOST_CHARACTERS = 600;

  private final RunReport run;

  BeforeAndAfter(RunReport run) {
    this.run = run;
  }

  /** The name of a sheet, for links within the page. */
  static String id(RunReport run, int compaction) {
    return "%s-%d".formatted(run.name(), compaction);
  }

  String sheets() {
    StringBuilder sheets = new StringBuilder();
    for (int i = 0; i < run.perCompaction().size(); i++) {
      sheets.append(sheet(i, run.perCompaction().get(i)));
    }
    return sheets.toString();
  }

  private String sheet(int number, CompactionReport done) {
    Set<String> before = blocks(done.before());
    Set<String> after = blocks(done.after());
    return """
    <div class="sheet" id="%s"><p><a href="#chart">close</a> <b>%s: %s after turn %d</b>, \
    %d messages became %d</p><div class="pair"><section><h3>Before</h3>%s</section>
    <section><h3>After</h3>%s</section></div></div>
    """
        .formatted(
            id(run, number),
            run.name(),
            HtmlReport.escape(done.stage()),
            done.afterTurn(),
            done.messagesBefore(),
            done.messagesAfter(),
            messages(done.before(), after, "left"),
            messages(done.after(), before, "new"));
  }

  private static Set<String> blocks(List<ShownMessage> messages) {
    return messages.stream().flatMap(m -> m.blocks().stream()).collect(Collectors.toSet());
  }

  /** A block that the other side has not is marked. */
  private static String messages(List<ShownMessage> messages, Set<String> other, String mark) {
    return messages.stream()
        .map(message ->
            "<div class=\"said\"><b>%s</b>%s</div>"
                .formatted(
                    HtmlReport.escape(message.role()),
                    message.blocks().stream()
                        .map(block -> block(block, other.contains(block) ? "both" : mark))
                        .collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  private static String block(String text, String mark) {
    return "<pre class=\"%s\">%s</pre>".formatted(mark, HtmlReport.escape(shortened(text)));
  }

  private static String shortened(String block) {
    if (block.length() <= MOST_CHARACTERS) {
      return block;
    }
    int end = block.offsetByCodePoints(0, block.codePointCount(0, MOST_CHARACTERS - 1));
    return "%s... (%,d characters)".formatted(block.substring(0, end), block.length());
  }
}
