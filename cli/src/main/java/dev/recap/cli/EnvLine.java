package dev.recap.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a {@code .env} file, read as all common readers of such files do or not at all. */
final class EnvLine {
  /** The name as a word of its own before any sign of equality or comment. */
  private static final Pattern NAMED = Pattern.compile("[^=#]*\\b" + ApiKey.NAME + "\\b.*");

  private static final Pattern ASSIGNED =
      Pattern.compile("\\s*(?:export\\s+)?" + ApiKey.NAME + "\\s*=\\s*(?<value>.*?)\\s*");

  private static final Pattern QUOTED =
      Pattern.compile("(?<quote>[\"'])(?<text>.*?)\\k<quote>(?<rest>.*)");

  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");

  private EnvLine() {}

  /**
   * The key that a line gives, empty if it gives none.
   *
   * @param place names the line in messages
   * @throws IllegalArgumentException when readers would differ on what the line says; without the
   *     value in it
   */
  static String value(String line, String place) {
    if (!NAMED.matcher(line).matches()) {
      return "";
    }
    Matcher assigned = ASSIGNED.matcher(line);
    if (!assigned.matches()) {
      throw wrong(place, "is named in words that assign nothing", ApiKey.NAME + "=value");
    }
    String value = assigned.group("value");
    return value.startsWith("\"") || value.startsWith("'")
        ? quoted(value, place)
        : bare(COMMENT.matcher(value).replaceFirst(""), place);
  }

  private static String quoted(String value, String place) {
    Matcher parts = QUOTED.matcher(value);
    if (!parts.matches()) {
      throw wrong(place, "begins with a quote that does not end", "a second one in the same line");
    }
    String rest = parts.group("rest").strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw wrong(place, "has text behind the closing quote", "a comment with # or nothing");
    }
    return checked(parts.group("text"), place);
  }

  private static String bare(String value, String place) {
    if (value.indexOf('#') >= 0) {
      throw wrong(
          place,
          "has a # in its value",
          "a blank before a comment, or quotes around a value with a #,");
    }
    return checked(value, place);
  }

  /**
   * A value that can be a key: printable ASCII, and nothing that a shell or a reader would replace.
   */
  static String checked(String value, String place) {
    for (int i = 0; i < value.length(); i++) {
      char one = value.charAt(i);
      if (one <= ' ' || one > '~' || "\"'`\\$".indexOf(one) >= 0) {
        throw wrong(
            place,
            "has %s as character %d of its value".formatted(shown(value.codePointAt(i)), i + 1),
            "letters, digits and signs such as - and _");
      }
    }
    return value;
  }

  private static String shown(int character) {
    return character == ' '
        ? "a blank"
        : character > ' ' && character <= '~'
            ? "a " + (char) character
            : "U+%04X".formatted(character);
  }

  private static IllegalArgumentException wrong(String place, String found, String expected) {
    return new IllegalArgumentException(
        "%s: %s %s, but %s was expected".formatted(place, ApiKey.NAME, found, expected));
  }
}
