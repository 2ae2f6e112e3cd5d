package dev.recap.lab.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

  /** One row of totals. */
  public record Total(int thingsDone, String note) {}

  private static Figures figures() {
    Map<String, Total> totals = new LinkedHashMap<>();
    totals.put("here", new Total(12_345, "fine"));
    totals.put("there", new Total(0, "-"));
    return Figures.of("things", "./recap lab things", totals);
  }

  @Nested
  class WhenWritten {
    @TempDir private Path root;

    private final String page =
        "# Page\n<!-- figures: things -->\nold\n<!-- end of figures -->\nbetween\n"
            + "<!-- figures: others -->\nkept\n<!-- end of figures -->\n";

    @Test
    void theyStandInTheirRecordAndInEachPageThatQuotesThem() throws IOException {
      Files.createDirectories(root.resolve("docs"));
      Files.writeString(root.resolve("README.md"), page);
      Files.writeString(root.resolve("docs/other.md"), page);

      figures().write(root);

      for (String name : List.of("README.md", "docs/other.md")) {
        assertThat(Files.readString(root.resolve(name)))
            .isEqualTo(
                """
                # Page
                <!-- figures: things -->
                `./recap lab things`:

                |  | things done | note |
                |---|---:|---:|
                | here | 12,345 | fine |
                | there | 0 | - |
                <!-- end of figures -->
                between
                <!-- figures: others -->
                kept
                <!-- end of figures -->
                """);
      }
      assertThat(Figures.read(root.resolve("docs/records/things.json"))).isEqualTo(figures());
    }

    @Test
    void whatIsNoRecordIsRefusedByName() throws IOException {
      Path file = Files.writeString(root.resolve("odd.json"), "{\"totals\": 3}");

      assertThatThrownBy(() -> Figures.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("odd.json");
    }
  }

  /** The repository's own records and pages. */
  @Nested
  class OnRecord {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void pagesSayWhatTheirRecordsSay() throws IOException {
      for (Path page : QuotedFigures.pages(ROOT)) {
        String text = Files.readString(page);
        for (String name : QuotedFigures.quoted(text)) {
          Figures figures = Figures.read(ROOT.resolve(Figures.FOLDER).resolve(name + ".json"));

          assertThat(text)
              .as("%s, which '%s --record' writes", page.getFileName(), figures.command())
              .isEqualTo(QuotedFigures.written(text, figures));
        }
      }
    }

    @Test
    void eachRecordIsQuotedInTheReadme() throws IOException {
      List<String> quoted = QuotedFigures.quoted(Files.readString(ROOT.resolve("README.md")));
      try (Stream<Path> records = Files.list(ROOT.resolve(Figures.FOLDER))) {
        assertThat(records.map(file -> file.getFileName().toString().replace(".json", "")))
            .isNotEmpty()
            .isSubsetOf(quoted);
      }
    }
  }
}
