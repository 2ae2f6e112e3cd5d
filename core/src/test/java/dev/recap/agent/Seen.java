package dev.recap.agent;

import dev.recap.conversation.Message;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.testing.ScriptedModel;
import java.util.List;
import java.util.function.Predicate;

/** What a run left on record, and what its model was sent last. */
final class Seen {
  private Seen() {}

  static <E extends Entry> List<E> entries(Journal journal, Class<E> kind) {
    return journal.entries().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** What a journal holds up to the first such entry, and that one: the process died behind it. */
  static Journal upTo(Predicate<Entry> last, Journal whole) {
    Journal journal = Journal.inMemory();
    for (Entry entry : whole.entries()) {
      journal.append(entry);
      if (last.test(entry)) {
        return journal;
      }
    }
    throw new AssertionError("no such entry in " + whole.entries());
  }

  static List<ToolResult> lastResults(ScriptedModel model) {
    return last(model).results();
  }

  /** The content of the only result, or of the first. */
  static String lastResult(ScriptedModel model) {
    return lastResults(model).getFirst().content();
  }

  static String lastText(ScriptedModel model) {
    return ((Text) last(model).content().getLast()).text();
  }

  private static Message last(ScriptedModel model) {
    return model.lastRequest().messages().getLast();
  }
}
