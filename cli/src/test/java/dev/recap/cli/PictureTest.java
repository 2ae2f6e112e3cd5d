package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** The picture that the README shows. */
class PictureTest {
  private final StringWriter err = new StringWriter();
  @TempDir private Path dir;

  private int run(String... args) {
    return RecapCommand.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
  }

  @Test
  void drawsThePictureThatTheReadmeShows()
      throws IOException, ParserConfigurationException, SAXException {
    Path drawn = dir.resolve("chart.svg");
    assertThat(run("demo", "--quiet", "--report", drawn.toString())).isZero();

    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(drawn.toFile());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("polyline").getLength()).isGreaterThan(3);
    assertThat(document.getElementsByTagName("a").getLength()).isZero();
    assertThat(Files.readString(drawn))
        .as("docs/tokens-per-turn.svg is old: ./recap demo --report docs/tokens-per-turn.svg")
        .isEqualTo(Files.readString(Path.of("../docs/tokens-per-turn.svg")));
  }
}
