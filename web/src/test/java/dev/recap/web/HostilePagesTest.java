package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in every place that somebody can put text into, over HTTP. */
class HostilePagesTest {
  private static final List<String> PLACES =
      List.of("/tickets/", "/review/", "/guidance", "/trials/", "/queue/import");

  @TempDir private static Path folder;
  private static FilledDesk hostile;
  private static FilledDesk clean;
  private static Map<String, String> texts;

  @BeforeAll
  static void fill() {
    hostile =
        new FilledDesk(folder.resolve("hostile"), kinds().stream().map(Hostile::text).toList());
    texts = PLACES.stream().collect(Collectors.toMap(place -> place, HostilePagesTest::text));
    clean =
        new FilledDesk(
            folder.resolve("clean"), List.of("One.", "Two words.", "Three\nlines\nthere.", "4 4"));
  }

  @AfterAll
  static void stop() {
    hostile.close();
    clean.close();
  }

  static List<Hostile> kinds() {
    return Hostile.kinds();
  }

  /** Each element with its attributes' names, such as {@code a href}. */
  static Set<String> parts(Collection<Document> pages) {
    return pages.stream()
        .flatMap(page -> page.getAllElements().stream())
        .flatMap(element -> {
          Set<String> names = new TreeSet<>(Set.of(element.tagName()));
          for (Attribute attribute : element.attributes()) {
            names.add(element.tagName() + " " + attribute.getKey());
          }
          return names.stream();
        })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noTextBecomesMarkup() {
    assertThat(hostile.pages().keySet()).hasSizeGreaterThan(80);
    hostile.pages().forEach((where, page) -> Hostile.assertHarmless(page, where));
    assertThat(parts(hostile.pages().values())).isSubsetOf(parts(clean.pages().values()));
  }

  /** Shown as it was sent, and not gone: or else the test above would see nothing. */
  @ParameterizedTest
  @MethodSource("kinds")
  void itIsShownToTheLetter(Hostile kind) {
    String shown = words(kind.text().replace("\u0000", ""));

    assertThat(PLACES).allSatisfy(place -> assertThat(texts.get(place)).as(place).contains(shown));
  }

  /** What a person reads on all pages whose path begins so, and finds in their fields. */
  private static String text(String place) {
    return hostile.pages().entrySet().stream()
        .filter(page -> page.getKey().startsWith(place))
        .map(page ->
            page.getValue().wholeText()
                + String.join(" ", page.getValue().select("[value]").eachAttr("value")))
        .map(HostilePagesTest::words)
        .collect(Collectors.joining("\n"));
  }

  private static String words(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aProgramGetsItBackAsItSentIt(Hostile kind) {
    String text = kind.text().replace("\u0000", "").strip();
    JsonNode tickets = hostile.program().get("/api/tickets").json().path("tickets");

    assertThat(tickets.findValuesAsText("description"))
        .anySatisfy(description -> assertThat(description).contains(text));
    var search =
        hostile
            .program()
            .get(
                "/api/knowledge/search?query="
                    + java.net.URLEncoder.encode(
                        "refund " + text, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(search.status()).isEqualTo(200);
    assertThat(search.type()).isEqualTo("application/json");
    assertThat(search.json().path("hits")).isNotEmpty();
  }

  @Test
  void theCheckSeesWhatItIsFor() {
    for (String seen : List.of("<b onclick=x>", "<script>x</script>", "<a href='javascript:x'>")) {
      Document page = Jsoup.parse(seen);
      org.assertj.core.api.Assertions.assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> Hostile.assertHarmless(page, seen));
    }
  }
}
