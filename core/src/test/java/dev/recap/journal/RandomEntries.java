package dev.recap.journal;

import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Entries of random kinds and sizes, with text of all kinds. */
final class RandomEntries {
  private static final List<String> WORDS =
      List.of("paid", "\"", "\\", "\n", "\u00e9", "\u6f22\u5b57", "\ud83d\ude80", "{}", " ", "7");

  private final Random random;

  RandomEntries(Random random) {
    this.random = random;
  }

  List<Entry> some(int atMost) {
    return Stream.generate(this::next).limit(random.nextInt(atMost + 1)).toList();
  }

  private Entry next() {
    return switch (random.nextInt(5)) {
      case 0 -> new RunStarted("run-" + text(3), Instant.ofEpochMilli(random.nextLong() >> 12));
      case 1 -> new UserSaid("x" + text(20), random.nextBoolean());
      case 2 -> {
        String whole = text(random.nextInt(10) == 0 ? 1_500 : 30);
        var result = new ToolResult("c" + random.nextInt(), whole, random.nextBoolean());
        yield new Answered(result, whole, Standing.CONFIRMED, null, null);
      }
      case 3 -> new RunEnded(text(2));
      default -> EntryTest.everyKind().get(random.nextInt(EntryTest.everyKind().size()));
    };
  }

  private String text(int words) {
    var text = new StringBuilder();
    for (int i = random.nextInt(words + 1); i > 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
