package dev.recap.compaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes away from a model's text what could pass for the end of the summary, for another speaker or
 * for a part of the request: the brackets of such tags become parentheses, and so does the line's
 * beginning of a turn marker. Full-width and other brackets count as brackets; characters that
 * cannot be seen leave, so that they cannot hide a tag.
 */
final class BoundaryTags {
  private static final String NAMES =
      "notes?|summary|summaries|system|sys|human|user|assistant|developer|role|message|messages"
          + "|conversation|instructions?|prompt|task|thinking|tools?|tool_?use|tool_?results?"
          + "|tool_?calls?|functions?|function_?calls?|function_?results?|invoke|parameter";

  private static final Pattern TAG =
      Pattern.compile(
          "<\\s*/?\\s*(?:[\\w-]+:)?(?:%s)(?:[_-][\\w-]*)?(?!\\w)[^<>]*>?|<\\s*/?\\s*\\|[^<>]*>?"
              .formatted(NAMES),
          CASE_INSENSITIVE);

  private static final Pattern INST = Pattern.compile("\\[\\s*/?\\s*INST\\s*]", CASE_INSENSITIVE);

  private static final Pattern SPEAKER =
      Pattern.compile(
          "^[\\s>*#_`-]*+(human|user|assistant|system|developer)(?=[\\s*_`]*:)",
          CASE_INSENSITIVE | MULTILINE);

  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cf}\\p{Cs}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0\\ufe00-\\ufe0f]"
              + "|[\\p{Cc}&&[^\\n\\t]]");

  private static final String OPENING = "<\u2039\u27e8\u3008\u300a\u276e\ufe64\u02c2\u2329";
  private static final String CLOSING = ">\u203a\u27e9\u3009\u300b\u276f\ufe65\u02c3\u232a";
  private static final int FULL_WIDTH_FIRST = 0xff01;
  private static final int FULL_WIDTH_LAST = 0xff5e;
  private static final int FULL_WIDTH_OFFSET = 0xfee0;

  private BoundaryTags() {}

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(seen(text));
    // The folded copy has the same length, so that places in it are places in the text.
    String folded = folded(out);
    for (Pattern bracketed : new Pattern[] {TAG, INST}) {
      Matcher found = bracketed.matcher(folded);
      while (found.find()) {
        out.setCharAt(found.start(), '(');
        char last = folded.charAt(found.end() - 1);
        if (last == '>' || last == ']') {
          out.setCharAt(found.end() - 1, ')');
        }
      }
    }
    SPEAKER
        .matcher(folded)
        .results()
        .toList()
        .reversed()
        .forEach(found -> {
          out.insert(found.end(1), ')');
          out.insert(found.start(1), '(');
        });
    return out.toString();
  }

  private static String seen(String text) {
    return UNSEEN
        .matcher(text.replace("\r\n", "\n").replaceAll("[\\r\\u0085\\u2028\\u2029]", "\n"))
        .replaceAll("");
  }

  private static String folded(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append(folded((char) c)));
    return folded.toString();
  }

  private static char folded(char c) {
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return (char) (c - FULL_WIDTH_OFFSET);
    }
    if (OPENING.indexOf(c) >= 0) {
      return '<';
    }
    return CLOSING.indexOf(c) >= 0 ? '>' : c;
  }
}
