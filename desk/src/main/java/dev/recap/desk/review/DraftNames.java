package dev.recap.desk.review;

import java.util.ArrayList;
import java.util.List;

/**
 * What in a draft could be somebody's name: two to four words in a row of which the first and the
 * last are not in small letters; where words are not set apart by spaces, any two to six
 * characters. A name of a single word is not looked for, since it is an everyday word too often.
 */
final class DraftNames {
  private static final int MOST_WORDS = 4;
  private static final int MOST_DENSE = 6;
  private static final int MOST_DENSE_PART = 4;

  private final FactText text;

  DraftNames(FactText text) {
    this.text = text;
  }

  /** A possible name at its place in the folded text. */
  record Candidate(int start, int end, String name) {}

  private record Word(int start, int end) {}

  List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    List<Word> words = words();
    for (int first = 0; first < words.size(); first++) {
      Word from = words.get(first);
      if (isDense(from)) {
        addDense(from, candidates);
      }
      for (int last = first + 1; last < words.size() && last - first < MOST_WORDS; last++) {
        Word to = words.get(last);
        if (!isSpaced(words.get(last - 1), to)) {
          break;
        }
        if (isCapital(from) && isCapital(to)) {
          add(from.start, to.end, candidates);
        }
        if (last == first + 1 && isDense(from) && isDense(to)) {
          addDense(from, to, candidates);
        }
      }
    }
    return candidates;
  }

  private void add(int start, int end, List<Candidate> candidates) {
    String name = text.part(start, end);
    candidates.add(new Candidate(start, end, name));
    int ending = name.lastIndexOf('\'');
    if (ending > name.lastIndexOf(' ') + 1) {
      candidates.add(new Candidate(start, start + ending, name.substring(0, ending)));
    }
  }

  private void addDense(Word run, List<Candidate> candidates) {
    for (int start = run.start; start < run.end; start++) {
      for (int end = start + 2; end <= Math.min(run.end, start + MOST_DENSE); end++) {
        candidates.add(new Candidate(start, end, text.part(start, end)));
      }
    }
  }

  /** A family's and a given name with a space between them, inside what has none. */
  private void addDense(Word family, Word given, List<Candidate> candidates) {
    for (int before = 1; before <= MOST_DENSE_PART; before++) {
      int start = family.end - before;
      for (int behind = 1; behind <= MOST_DENSE_PART; behind++) {
        int end = given.start + behind;
        if (start >= family.start && end <= given.end) {
          candidates.add(new Candidate(start, end, text.part(start, end)));
        }
      }
    }
  }

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int start = i;
      boolean isDense = FactText.isDense(text.at(start));
      while (isInWord(i) && FactText.isDense(text.at(i)) == isDense) {
        i++;
      }
      if (i > start) {
        words.add(new Word(start, i));
      } else {
        i++;
      }
    }
    return words;
  }

  private boolean isInWord(int index) {
    char c = text.at(index);
    boolean joins = c == '\'' || c == '-' || c == '.';
    return FactText.isLetter(c)
        || Character.isSurrogate(c)
        || (joins
            && FactText.isLetter(text.at(index - 1))
            && FactText.isLetter(text.at(index + 1)));
  }

  private boolean isSpaced(Word before, Word after) {
    return after.start - before.end == 1 && text.at(before.end) == ' ';
  }

  private boolean isDense(Word word) {
    return FactText.isDense(text.at(word.start));
  }

  private boolean isCapital(Word word) {
    return !Character.isLowerCase(text.at(word.start));
  }
}
