package dev.recap.recall.originals;

import dev.recap.recall.RecallQuery;
import dev.recap.words.Quote;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.List;

/** Says that nothing was found, and what there is. */
record NothingFound(List<Original> gone) {
  private static final int MOST_ITEMS = 12;
  private static final int MAX_QUOTED = 60;

  String text(RecallQuery query) {
    if (gone.isEmpty()) {
      return "Nothing has left the view yet: all there is stands above.";
    }
    List<String> asked = new ArrayList<>();
    if (!query.item().isEmpty()) {
      asked.add("item " + Quote.of(query.item(), MAX_QUOTED));
    }
    if (!query.words().isEmpty()) {
      asked.add("words " + Quote.of(query.words(), MAX_QUOTED));
    }
    return "Nothing that has left the view matches %s. It can be asked for by turn (%d to %d)%s, or by other words."
        .formatted(
            String.join(" and ", asked),
            gone.stream().mapToInt(Original::turn).min().orElseThrow(),
            gone.stream().mapToInt(Original::turn).max().orElseThrow(),
            items());
  }

  private String items() {
    List<String> keys =
        gone.reversed().stream()
            .flatMap(original -> original.items().stream().sorted())
            .map(WorkItem::key)
            .distinct()
            .toList();
    if (keys.isEmpty()) {
      return "";
    }
    String shown =
        String.join(", ", keys.stream().limit(MOST_ITEMS).map(NothingFound::plain).toList());
    int more = keys.size() - MOST_ITEMS;
    return ", by item (%s%s)".formatted(shown, more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String plain(String key) {
    return key.matches("[\\p{L}\\p{N}._:#@+-]{1,60}") ? key : Quote.of(key, MAX_QUOTED);
  }
}
