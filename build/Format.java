import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats every Java file below the current folder, or with {@code check} says which are not. */
public final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean check = args.length == 1 && args[0].equals("check");
    var formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String before = Files.readString(file);
      String imports =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.GOOGLE);
      String after = formatter.formatSource(imports);
      if (!after.equals(before)) {
        unformatted.add(file);
        if (!check) {
          Files.writeString(file, after);
        }
      }
    }
    unformatted.forEach(
        file -> System.out.println((check ? "not formatted: " : "formatted: ") + file));
    if (check && !unformatted.isEmpty()) {
      System.out.println("Run: mvn -q -N process-sources -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws java.io.IOException {
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
