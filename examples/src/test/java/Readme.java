import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page's code blocks. */
record Readme(String text) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  static Readme read() {
    return read("README.md");
  }

  static Readme read(String page) {
    try {
      return new Readme(Files.readString(Path.of("..", page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks in that language; those in none have the empty one. */
  List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(found -> found.group(1).equals(language))
        .map((MatchResult found) -> found.group(2))
        .toList();
  }
}
