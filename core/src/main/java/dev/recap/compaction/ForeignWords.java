package dev.recap.compaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.context.ContextView;
import dev.recap.context.Segment.UserSegment;
import dev.recap.journal.HeadBlock;
import dev.recap.ledger.Ledger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What tools have said, as far as it is in view or on record about open items: five words or more
 * in a row, and shorter sentences. What the user said, too, is not foreign.
 */
final class ForeignWords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RUN = 5;

  /** A sentence of one word is no order, unless it is one of a script that writes no spaces. */
  private static final int LEAST_WORDS = 2;

  private static final int LONG_WORD = 20;

  /** A letter of a script without spaces is a word. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?\\n\u3002\uff01\uff1f]+");
  private static final Pattern ESCAPED_BLANK = Pattern.compile("\\\\[nrtbf\"]");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]*)\"");

  private final Set<String> runs = new HashSet<>();
  private final Set<String> sentences = new HashSet<>();

  private ForeignWords() {}

  static ForeignWords in(Situation situation) {
    var foreign = new ForeignWords();
    var users = new ForeignWords();
    said(situation).forEach(foreign::addAnswer);
    ContextView view = situation.view();
    view.head(HeadBlock.Kind.TASK).forEach(block -> users.add(block.text()));
    view.tail().stream()
        .filter(UserSegment.class::isInstance)
        .forEach(segment -> users.add(((UserSegment) segment).text()));
    foreign.runs.removeAll(users.runs);
    foreign.sentences.removeAll(users.sentences);
    return foreign;
  }

  /** What the tools said in the view, about open items, and in quotations of the head. */
  private static List<String> said(Situation situation) {
    List<String> said = new ArrayList<>();
    situation.view().messages().forEach(m -> m.results().forEach(r -> said.add(r.content())));
    Ledger ledger = situation.ledger();
    ledger.open().stream()
        .flatMap(opening -> ledger.record(opening).stream())
        .forEach(record -> {
          said.add(record.handedOut());
          record.effects().forEach(effect -> said.add(effect.receipt()));
        });
    situation.view().head().stream()
        .filter(block -> block.kind() != HeadBlock.Kind.TASK)
        .flatMap(block -> QUOTED.matcher(block.text()).results())
        .forEach(quoted -> said.add(quoted.group(1)));
    return said;
  }

  /** The words of a text that are foreign. */
  BitSet in(String text, List<Word> words) {
    BitSet foreign = new BitSet(words.size());
    for (int i = 0; i + RUN <= words.size(); i++) {
      if (runs.contains(joined(words.subList(i, i + RUN)))) {
        foreign.set(i, i + RUN);
      }
    }
    int from = 0;
    while (from < words.size()) {
      int to = from + 1;
      while (to < words.size() && !endsBetween(text, words.get(to - 1), words.get(to))) {
        to++;
      }
      if (sentences.contains(joined(words.subList(from, to)))) {
        foreign.set(from, to);
      }
      from = to;
    }
    return foreign;
  }

  /** A word as it is compared, and where it stands. */
  record Word(int from, int to, String folded) {}

  static List<Word> words(String text) {
    return WORD.matcher(text).results().map(ForeignWords::word).toList();
  }

  private static Word word(MatchResult found) {
    String folded =
        Normalizer.normalize(found.group(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return new Word(found.start(), found.end(), folded);
  }

  private void addAnswer(String answer) {
    try {
      JsonNode read = JSON.readTree(answer);
      if (read.isContainerNode()) {
        strings(read).forEach(this::add);
        return;
      }
    } catch (JsonProcessingException plainText) {
      // Read as text below.
    }
    add(answer);
  }

  private static List<String> strings(JsonNode node) {
    List<String> strings = new ArrayList<>();
    if (node.isTextual()) {
      strings.add(node.asText());
    }
    node.forEach(child -> strings.addAll(strings(child)));
    return strings;
  }

  private void add(String raw) {
    String text = ESCAPED_BLANK.matcher(BoundaryTags.escaped(raw)).replaceAll(" ");
    List<Word> words = words(text);
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(joined(words.subList(i, i + RUN)));
    }
    for (String sentence : SENTENCE_END.split(text, -1)) {
      List<Word> some = words(sentence);
      boolean oneLongWord = some.size() == 1 && some.getFirst().folded().length() >= LONG_WORD;
      if (some.size() < RUN && (some.size() >= LEAST_WORDS || oneLongWord)) {
        sentences.add(joined(some));
      }
    }
  }

  private static boolean endsBetween(String text, Word before, Word after) {
    return SENTENCE_END.matcher(text.substring(before.to(), after.from())).find();
  }

  private static String joined(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    words.forEach(word -> joined.append(word.folded()).append(' '));
    return joined.toString();
  }
}
