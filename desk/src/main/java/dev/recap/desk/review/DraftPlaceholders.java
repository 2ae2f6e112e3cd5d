package dev.recap.desk.review;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a template or a model left to be filled in, by its structure: words in square, curly
 * or pointed brackets, formats such as {@code %s}, and runs of one character.
 *
 * <p>Left alone are round brackets, Markdown links, boxes to tick, a bracketed number or reference,
 * rules across a line, and masked digits such as {@code XXXX-1234}.
 */
final class DraftPlaceholders {
  private static final int LONGEST = 80;
  private static final int MOST_GROUPS = 6;
  private static final int LONG_NUMBER = 3;
  private static final int WIDEST_MARGIN = 20;
  private static final String SHAPES = "_○〇◯●◎△▲□■◇◆×";
  private static final String HAN_NUMERALS = "一二三四五六七八九十百千万";
  private static final String BETWEEN_GROUPS = "./-:";
  private static final String CONVERSIONS = "sdif";

  /** What developers of any language write where something is still to be done. */
  private static final List<String> MARKERS = List.of("TODO", "TBD", "FIXME");

  private final FactText text;

  DraftPlaceholders(FactText text) {
    this.text = text;
  }

  /** Where one begins and ends in the folded text. */
  record Place(int start, int end) {}

  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = end(i);
      if (end > i) {
        places.add(new Place(i, end));
        i = end;
      } else {
        i++;
      }
    }
    return places;
  }

  /** Behind the placeholder that begins here; the same place for none. */
  private int end(int start) {
    char c = text.at(start);
    if (c == text.at(start - 1) && !FactText.isAlphabetic(c)) {
      return start;
    }
    return switch (c) {
      case '[' -> square(start);
      case '{' -> curly(start, start);
      case '$', '#' -> text.at(start + 1) == '{' ? curly(start, start + 1) : start;
      case '<' -> pointed(start);
      case '%' -> format(start);
      default -> SHAPES.indexOf(c) >= 0 ? shapes(start) : letters(start);
    };
  }

  private int square(int start) {
    int inside = behindRun(start);
    int close = close(inside, '[', ']');
    if (close < 0 || text.at(close + 1) == '(' || isReference(inside, close)) {
      return start;
    }
    int letters = lettersIn(inside, close);
    boolean isBox = letters == 1 && close - inside == 1 && isMargin(start);
    return letters == 0 || isBox ? start : behindClosing(close, inside - start);
  }

  private int curly(int start, int open) {
    int inside = behindRun(open);
    int close = close(inside, '{', '}');
    boolean isPlaceholder =
        close > 0 && (lettersIn(inside, close) > 0 || open > start || inside - open > 1);
    return isPlaceholder ? behindClosing(close, inside - open) : start;
  }

  private int pointed(int start) {
    char first =
        text.at(text.at(start + 1) == '/' || text.at(start + 1) == '%' ? start + 2 : start + 1);
    int close = close(start + 1, '<', '>');
    boolean isWord = Character.isLetter(first) || text.at(start + 1) == '%';
    return close > 0 && isWord && !isReference(start + 1, close) && text.at(close - 1) != ' '
        ? close + 1
        : start;
  }

  /** {@code %s}, {@code %1$s}, {@code %(name)s}, {@code %NAME%}; {@code 5 %d} is a percentage. */
  private int format(int start) {
    char before = text.at(text.at(start - 1) == ' ' ? start - 2 : start - 1);
    if (FactText.isDigit(before)) {
      return start;
    }
    int inside = start + 1;
    if (text.at(inside) == '(') {
      int close = close(inside + 1, '(', ')');
      return close > 0 && isConversion(close + 1) ? close + 2 : start;
    }
    int digits = text.behindDigits(inside);
    if (digits > inside && text.at(digits) == '$') {
      return isConversion(digits + 1) ? digits + 2 : start;
    }
    int end = inside;
    while (end - inside < LONGEST && (FactText.isLetter(text.at(end)) || text.at(end) == '_')) {
      end++;
    }
    boolean isNamed = end - inside > 1 && text.at(end) == '%';
    return isNamed ? end + 1 : isConversion(inside) ? inside + 1 : start;
  }

  private boolean isConversion(int index) {
    return text.at(index) != 0
        && CONVERSIONS.indexOf(text.at(index)) >= 0
        && !FactText.isLetter(text.at(index + 1));
  }

  /** {@code ____} and {@code 〇〇様}. */
  private int shapes(int start) {
    int end = behindRun(start);
    boolean isNumeral =
        HAN_NUMERALS.indexOf(text.at(start - 1)) >= 0 || HAN_NUMERALS.indexOf(text.at(end)) >= 0;
    boolean isRule = isMargin(start) && isLineEnd(end);
    int fewest = text.at(start) == '_' ? 3 : 2;
    return end - start < fewest || isRule || isNumeral ? start : end;
  }

  /** {@code XXX}, {@code XX.XX.XXXX}, {@code DD.MM.YYYY}, and the markers. */
  private int letters(int start) {
    if (!FactText.isAlphabetic(text.at(start)) || isInWord(text.at(start - 1))) {
      return start;
    }
    for (String marker : MARKERS) {
      if (text.has(marker, start) && !isInWord(text.at(start + marker.length()))) {
        return start + marker.length();
      }
    }
    int end = start;
    boolean areShort = false;
    boolean areAlike = true;
    int groups = 0;
    for (int group = start; groups < MOST_GROUPS; group = end + 1) {
      char c = text.at(group);
      end = behindRun(group);
      groups++;
      areShort |= end - group < 2 || !(Character.isUpperCase(c) || c == 'x');
      areAlike &= c == text.at(start);
      boolean goesOn =
          text.at(end) != 0
              && BETWEEN_GROUPS.indexOf(text.at(end)) >= 0
              && FactText.isAlphabetic(text.at(end + 1));
      if (!goesOn) {
        break;
      }
    }
    char next = text.at(text.at(end) == '-' ? end + 1 : end);
    boolean isUnknown = Character.toLowerCase(text.at(start)) == 'x';
    boolean isRun = groups == 1 ? isUnknown && end - start > 2 : isUnknown || !areAlike;
    return isRun && !areShort && !isInWord(next) ? end : start;
  }

  private static boolean isInWord(char c) {
    return FactText.isDigit(c) || FactText.isAlphabetic(c);
  }

  private int behindRun(int start) {
    int end = start + 1;
    while (text.at(end) == text.at(start) && end < text.length()) {
      end++;
    }
    return end;
  }

  /** Where the bracket is closed, on this line and before another is opened; -1 for nowhere. */
  private int close(int inside, char opening, char closing) {
    for (int i = inside; i < inside + LONGEST && i < text.length(); i++) {
      char c = text.at(i);
      if (c == closing) {
        return i > inside ? i : -1;
      }
      if (c == opening || c == '\n' || c == '\r') {
        return -1;
      }
    }
    return -1;
  }

  /** Behind as many closing brackets as were opened, or fewer. */
  private int behindClosing(int close, int opened) {
    int end = close;
    while (end - close < opened && text.at(end) == text.at(close)) {
      end++;
    }
    return end;
  }

  private int lettersIn(int start, int end) {
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += Character.isLetter(text.at(i)) || text.at(i) == '_' ? 1 : 0;
    }
    return letters;
  }

  /** An address, or the long number of something that has a name. */
  private boolean isReference(int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits = FactText.isDigit(text.at(i)) ? digits + 1 : 0;
      if (digits == LONG_NUMBER || text.at(i) == '@' || text.has("://", i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether only spaces and a list's dash stand before it on its line. */
  private boolean isMargin(int start) {
    int i = start - 1;
    while (i >= 0 && start - i < WIDEST_MARGIN && " -*+".indexOf(text.at(i)) >= 0) {
      i--;
    }
    return i < 0 || text.at(i) == '\n' || text.at(i) == '\r';
  }

  private boolean isLineEnd(int end) {
    int i = end;
    while (i - end < WIDEST_MARGIN && text.at(i) == ' ') {
      i++;
    }
    return i >= text.length() || text.at(i) == '\n' || text.at(i) == '\r';
  }
}
