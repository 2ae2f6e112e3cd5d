package dev.recap.web;

import static dev.recap.web.Hostile.assertHarmless;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Ticket;
import dev.recap.web.route.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that means to be a program, wherever a page shows it. */
class HostileTextTest {
  private static final List<String> PAYLOADS = Hostile.kinds().stream().map(Hostile::text).toList();

  @TempDir private static Path folder;
  private static ServedDesk desk;
  private static ServedDesk clean;
  private static final Map<String, Document> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void start() {
    desk = ServedDesk.in(folder.resolve("hostile"));
    clean = ServedDesk.in(folder.resolve("clean"));
    for (String payload : PAYLOADS) {
      desk.ticket(payload, payload, payload);
      clean.ticket("x", "x", "x");
    }
    paths().forEach(path -> PAGES.put(path, read(desk, path)));
  }

  @AfterAll
  static void stop() {
    desk.close();
    clean.close();
  }

  /** Every page, and those of a ticket for each ticket. */
  private static List<String> paths() {
    List<Ticket> tickets = desk.desk().tickets().tickets();
    return desk.routes().stream()
        .filter(route -> route.method() == Method.GET && !route.forPrograms())
        .flatMap(route ->
            route.path().contains("{number}")
                ? tickets.stream()
                    .map(
                        ticket -> route.path().replace("{number}", String.valueOf(ticket.number())))
                : Stream.of(route.path()))
        .map(path -> path.replaceAll("\\{\\w+}", "1"))
        .toList();
  }

  static List<String> payloads() {
    return PAYLOADS;
  }

  private static Document read(ServedDesk desk, String path) {
    return Jsoup.parse(desk.browser().get(path).body());
  }

  private static Document page(String path) {
    return Objects.requireNonNull(PAGES.get(path), path);
  }

  /** The elements of a page and the names of their attributes, in order. */
  private static List<String> structure(Document page) {
    return page.getAllElements().stream()
        .map(element ->
            element.tagName()
                + element.attributes().asList().stream().map(Attribute::getKey).sorted().toList())
        .toList();
  }

  @Test
  void storedTextBecomesNoMarkupOnAnyPage() {
    assertThat(PAGES)
        .hasSizeGreaterThan(PAYLOADS.size())
        .allSatisfy((path, page) -> assertHarmless(page, path));
  }

  @Test
  void aTicketIsShownToTheLetter() {
    assertThat(desk.desk().tickets().tickets())
        .allSatisfy(ticket ->
            assertThat(page("/tickets/" + ticket.number()).text())
                .contains(
                    Jsoup.parse("<p></p>")
                        .select("p")
                        .first()
                        .text(ticket.asked().description())
                        .text()));
  }

  @Test
  void aPageHasTheSameElementsWhateverTheTextIs() {
    assertThat(PAGES)
        .allSatisfy((path, page) ->
            assertThat(structure(page)).as(path).isEqualTo(structure(read(clean, path))));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void whatStandsInAnAddressBecomesNoMarkup(String payload) {
    String encoded = URLEncoder.encode(payload, StandardCharsets.UTF_8);

    assertThat(
            List.of(
                "/?q=" + encoded,
                "/queue?q=" + encoded + "&page=" + encoded + "&status=" + encoded,
                "/review?q=" + encoded,
                "/tickets/1?tab=" + encoded,
                "/knowledge?q=" + encoded,
                "/knowledge/search?query=" + encoded,
                "/knowledge/" + encoded + "/1",
                "/guidance?remark=" + encoded,
                "/login?next=" + encoded,
                "/tickets/" + encoded,
                "/nothing/" + encoded))
        .allSatisfy(path -> assertHarmless(read(desk, path), path));
  }

  @Test
  void aProblemIsJsonWhateverItQuotes() {
    var answer = desk.browser().get("/api/tickets?status=%3Cscript%3E", "Accept", "text/html");

    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
