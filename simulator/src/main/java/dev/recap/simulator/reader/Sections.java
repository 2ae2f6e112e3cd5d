package dev.recap.simulator.reader;

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
      Words.words("\\b(?:(" + NOTE_WORDS + ")|(" + RECORD_WORDS + "))\\b");
  private static final Pattern RECORD_WINS =
      Words.words(
          "\\b(?:"
              + RECORD_WORDS
              + "|runtime)\\b[^.\\n]{0,120}\\b(?:right|prevails?|wins?|precedence|authoritative|correct|decides|counts|holds|overrides?|outranks?)\\b"
              + "|\\b(?:trust|follow|believe|go by)\\b[^.\\n]{0,40}\\b(?:"
              + RECORD_WORDS
              + ")\\b"
              + "|\\b(?:notes?|summary)\\b[^.\\n]{0,60}\\bnot (?:authoritative|to be trusted|binding)\\b");
  private static final Pattern BOTH =
      Words.words("\\b(?:" + NOTE_WORDS + "|disagree|differ|conflict|contradict)\\w*\\b");

  /** What a title says before it comes to what it is about. */
  private static final Pattern CONDITION = Words.words("^\\W*(?:where|when|if)(?:ever)?\\b[^,]*,");

  /** The name of an item of any kind. */
  private static final Pattern ITEM = Pattern.compile("\\b\\p{Lu}{2,}-\\d");

  private static final int TITLE = 160;

  private final List<Section> found = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private boolean notes;
  private boolean first = true;
  private String above = "";

  private Sections() {}

  /** Whether a text says that the record is right where it and the notes disagree. */
  public static boolean recordWins(String text) {
    for (String line : Quotes.in(Passage.own(text)).text().split("\\R", -1)) {
      for (String sentence : line.split("(?<=[.!?])\\s+", -1)) {
        if (RECORD_WINS.matcher(sentence).find() && BOTH.matcher(sentence).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The stretches of a text, in order, without blank ones; each quotation is one by itself. */
  public static List<Section> of(String text) {
    Sections sections = new Sections();
    for (Passage passage : Passage.of(text)) {
      if (passage.quoted()) {
        sections.quotation(passage.text());
      } else {
        passage.text().lines().forEach(sections::line);
      }
    }
    sections.flush();
    return sections.found;
  }

  private void line(String line) {
    String bare = line.strip();
    if (!bare.isEmpty()) {
      Kind kind = first || isTitle(bare) ? kind(bare) : Kind.NONE;
      if (kind != Kind.NONE && (kind == Kind.NOTES) != notes) {
        flush();
        notes = kind == Kind.NOTES;
      }
      first = false;
      above = bare;
    }
    current.append(line).append('\n');
  }

  private static boolean isTitle(String line) {
    return line.startsWith("#") || line.startsWith("<") || line.endsWith(":");
  }

  /**
   * A quotation belongs to the section it stands in, whatever titles are quoted; only its own first
   * line may present it as notes. A title in front of it stands over it.
   */
  private void quotation(String quoted) {
    flush();
    boolean presented =
        quoted
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(Sections::kind)
                .orElse(Kind.NONE)
            == Kind.NOTES;
    add(isTitle(above) ? above + "\n\n" + quoted : quoted, notes || presented);
    first = true;
    above = "";
  }

  private void flush() {
    add(current.toString(), notes);
    current.setLength(0);
  }

  private void add(String text, boolean asNotes) {
    if (!text.isBlank()) {
      found.add(new Section(text, asNotes));
    }
  }

  private enum Kind {
    NOTES,
    RECORD,
    NONE
  }

  private static Kind kind(String line) {
    String title = line.length() > TITLE ? line.substring(0, TITLE) : line;
    String claim = ITEM.split(title, 2)[0].split("(?<=[.!?:])\\s", 2)[0];
    if (claim.startsWith("{")) {
      return Kind.NONE;
    }
    Matcher kind = KIND.matcher(CONDITION.matcher(claim).replaceFirst(""));
    if (!kind.find()) {
      return Kind.NONE;
    }
    return kind.group(1) != null ? Kind.NOTES : Kind.RECORD;
  }
}
