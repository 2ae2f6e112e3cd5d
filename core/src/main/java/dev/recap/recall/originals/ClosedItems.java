package dev.recap.recall.originals;

import dev.recap.head.LedgerLine;
import dev.recap.journal.Entry;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.recall.RecallQuery;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The closed items, newest first, each by its ledger line: what the head has counts of only. */
final class ClosedItems {
  /** As many lines of 55 tokens as one answer may have. */
  private static final int A_PAGE = 25;

  private static final Pattern PAGE = Pattern.compile("(?:page (\\d{1,6}))?");

  private ClosedItems() {}

  /** The page that is asked for, from 1 on; empty when something else is. */
  static OptionalInt page(RecallQuery query) {
    Matcher asked = PAGE.matcher(query.words());
    return query.item().isEmpty() && asked.matches()
        ? OptionalInt.of(asked.group(1) == null ? 1 : Integer.parseInt(asked.group(1)))
        : OptionalInt.empty();
  }

  static String text(List<Entry> entries, int page) {
    List<ItemClosed> newestFirst =
        entries.reversed().stream()
            .map(Entry::change)
            .filter(ItemClosed.class::isInstance)
            .map(ItemClosed.class::cast)
            .toList();
    if (newestFirst.isEmpty()) {
      return "Nothing is closed yet. Recall needs an item's key, words, or both.";
    }
    int pages = (newestFirst.size() + A_PAGE - 1) / A_PAGE;
    int shown = Math.clamp(page, 1, pages);
    String lines =
        newestFirst.stream()
            .skip((shown - 1L) * A_PAGE)
            .limit(A_PAGE)
            .map(closed -> LedgerLine.of(closed.opening(), closed.facts()))
            .collect(Collectors.joining("\n"));
    return "Closed items, newest first, page %d of %d (%d in all):\n%s\n%s"
        .formatted(shown, pages, newestFirst.size(), lines, more(shown, pages));
  }

  private static String more(int shown, int pages) {
    String item = "An item's key returns what belongs to it";
    return shown < pages
        ? "%s, the words 'page %d' the next page.".formatted(item, shown + 1)
        : item + ".";
  }
}
