package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * A text that means to be something else than a text, one of each kind.
 *
 * @param kind what it means to be
 */
record Hostile(String kind, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String toString() {
    return kind;
  }

  /** Those in {@code hostile.json}. */
  static List<Hostile> kinds() {
    try (InputStream in = Hostile.class.getResourceAsStream("hostile.json")) {
      return List.of(JSON.readValue(Objects.requireNonNull(in), Hostile[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails when something of a page is run, loaded or sent that no template of the desk has. */
  static void assertHarmless(Document page, String path) {
    assertThat(page.select("base, iframe, object, embed, style, meta[http-equiv]"))
        .as(path)
        .isEmpty();
    assertThat(page.select("script").eachAttr("src"))
        .as(path)
        .hasSameSizeAs(page.select("script"))
        .allMatch(source -> source.startsWith("/assets/"));
    assertThat(page.select("form").eachAttr("action"))
        .as(path)
        .allMatch(action -> action.isEmpty() || action.matches("/[^/].*"));
    assertThat(page.getAllElements().stream().flatMap(one -> one.attributes().asList().stream()))
        .as(path)
        .noneMatch(attribute -> attribute.getKey().startsWith("on"))
        .noneMatch(attribute -> attribute.getKey().equals("style"))
        .noneMatch(attribute ->
            Set.of("href", "src", "action", "formaction").contains(attribute.getKey())
                && attribute
                    .getValue()
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .matches("(?s)(javascript|data|vbscript):.*"));
  }
}
