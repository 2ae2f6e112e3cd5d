package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.ShownMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the model would have seen beside what it saw after a compaction, as a sheet over the page.
 * The chart's marks open it by its name; it needs no script.
 */
final class BeforeAndAfter {
  private static final int MOST_CHARACTERS = 600;
  private static final int MOST_SHEETS = 100;

  private final RunReport run;

  BeforeAndAfter(RunReport run) {
    this.run = run;
  }

  /** The name of a sheet, for links within the page. */
  static String id(RunReport run, int compaction) {
    return "%s-%d".formatted(run.name(), compaction);
  }

  /** Which compactions of a run the page shows: all, or of very many every so many. */
  static IntStream shown(RunReport run) {
    int all = run.perCompaction().size();
    int step = Math.max(1, (all + MOST_SHEETS - 1) / MOST_SHEETS);
    return IntStream.iterate(0, i -> i < all, i -> i + step);
  }

  /** A compaction in a few words, as markup. */
  static String title(RunReport run, CompactionReport done) {
    return "%s: %s after turn %,d, %,d messages became %,d"
        .formatted(
            run.name(),
            HtmlText.brief(done.stage()),
            done.afterTurn(),
            done.messagesBefore(),
            done.messagesAfter());
  }

  String sheets() {
    return shown(run)
        .mapToObj(i -> sheet(i, run.perCompaction().get(i)))
        .collect(Collectors.joining());
  }

  private String sheet(int number, CompactionReport done) {
    Set<String> before = blocks(done.before());
    Set<String> after = blocks(done.after());
    return """
    <div class="sheet" id="%s"><p><a href="#chart">close</a> <b>%s</b></p>
    <div class="pair"><section><h3>Before</h3>%s</section>
    <section><h3>After</h3>%s</section></div></div>
    """
        .formatted(
            id(run, number),
            title(run, done),
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
                    HtmlText.escape(message.role()),
                    message.blocks().stream()
                        .map(block -> block(block, other.contains(block) ? "both" : mark))
                        .collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  private static String block(String text, String mark) {
    return "<pre class=\"%s\">%s</pre>"
        .formatted(mark, HtmlText.escape(HtmlText.shortened(text, MOST_CHARACTERS)));
  }
}
