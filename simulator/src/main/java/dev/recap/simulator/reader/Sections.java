package dev.recap.simulator.reader;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text where it presents itself as notes or as a record, and finds which of them wins. */
public final class Sections {
  /** A stretch of text; {@code notes} if it presents itself as notes or a summary. */
  public record Section(String text, boolean notes) {}

  private static final String NOTE_WORDS =
      "notes?|summary|summari[sz]ed|hand-?over|hand-?off|recap";
  private static final String RECORD_WORDS = "record|ledger|receipts?|log";
  private static final Pattern KIND =
      Pattern.compile("\\b(?:(" + NOTE_WORDS + ")|(" + RECORD_WORDS + "))\\b", CASE_INSENSITIVE);
  private static final Pattern RECORD_WINS =
      Pattern.compile(
          "\\b(?:"
              + RECORD_WORDS
              + "|runtime)\\b[^.\\n]{0,120}\\b(?:right|prevails?|wins?|precedence|authoritative|correct|decides|counts|holds|overrides?|outranks?)\\b"
              + "|\\b(?:trust|follow|believe|go by)\\b[^.\\n]{0,40}\\b(?:"
              + RECORD_WORDS
              + ")\\b"
              + "|\\b(?:notes?|summary)\\b[^.\\n]{0,60}\\bnot (?:authoritative|to be trusted|binding)\\b",
          CASE_INSENSITIVE);
  private static final Pattern BOTH =
      Pattern.compile(
          "\\b(?:" + NOTE_WORDS + "|disagree|differ|conflict|contradict)\\w*\\b", CASE_INSENSITIVE);
  private static final int TITLE = 160;

  private Sections() {}

  /** Whether a text says that the record is right where it and the notes disagree. */
  public static boolean recordWins(String text) {
    for (String line : Quotes.in(text).text().split("\\R", -1)) {
      for (String sentence : line.split("(?<=[.!?])\\s+", -1)) {
        if (RECORD_WINS.matcher(sentence).find() && BOTH.matcher(sentence).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The stretches of a text, in order, without blank ones. */
  public static List<Section> of(String text) {
    List<Section> sections = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean notes = false;
    boolean first = true;
    for (String line : text.split("\\R", -1)) {
      String bare = line.strip();
      if (!bare.isEmpty()) {
        boolean title = first || bare.startsWith("#") || bare.startsWith("<") || bare.endsWith(":");
        Kind kind = title ? kind(bare) : Kind.NONE;
        if (kind != Kind.NONE && (kind == Kind.NOTES) != notes) {
          flush(sections, current, notes);
          notes = kind == Kind.NOTES;
        }
        first = false;
      }
      current.append(line).append('\n');
    }
    flush(sections, current, notes);
    return sections;
  }

  private enum Kind {
    NOTES,
    RECORD,
    NONE
  }

  private static Kind kind(String line) {
    String title = line.length() > TITLE ? line.substring(0, TITLE) : line;
    String claim = Vocabulary.TICKET.split(title, 2)[0].split("(?<=[.!?:])\\s", 2)[0];
    if (claim.startsWith("{")) {
      return Kind.NONE;
    }
    Matcher kind = KIND.matcher(claim);
    if (!kind.find()) {
      return Kind.NONE;
    }
    return kind.group(1) != null ? Kind.NOTES : Kind.RECORD;
  }

  private static void flush(List<Section> sections, StringBuilder text, boolean notes) {
    if (!text.toString().isBlank()) {
      sections.add(new Section(text.toString(), notes));
    }
    text.setLength(0);
  }
}
