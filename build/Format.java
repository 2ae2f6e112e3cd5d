import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Formats every Java file below the current folder, or with {@code check} says which are not. */
public final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean check = args.length == 1 && args[0].equals("check");
    List<Path> unformatted =
        sources().parallelStream().filter(file -> !isFormatted(file, check)).toList();
    unformatted.forEach(
        file -> System.out.println((check ? "not formatted: " : "formatted: ") + file));
    if (check && !unformatted.isEmpty()) {
      System.out.println("Run: mvn -q -N process-sources -Dformat=apply");
      System.exit(1);
    }
  }

  private static boolean isFormatted(Path file, boolean check) {
    try {
      String before = Files.readString(file);
      String imports =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.GOOGLE);
      String after = new Formatter().formatSource(imports);
      if (!after.equals(before) && !check) {
        Files.writeString(file, after);
      }
      return after.equals(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file ->
              !file.toString().contains("/target/") && !file.toString().contains("node_modules"))
          .sorted()
          .toList();
    }
  }
}
