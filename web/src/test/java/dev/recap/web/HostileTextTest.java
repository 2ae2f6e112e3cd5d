package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Ticket;
import dev.recap.web.route.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "\"><script>alert(1)</script>",
          "'><svg onload=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' onfocus='alert(1)' autofocus='",
          "</textarea><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "javascript:alert(1)",
          "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
          "<style>*{background:url(//evil.example)}</style>",
          "<!--<script>alert(1)</script>-->",
          "${7*7}@if(true)!{alert(1)}",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "<form action=//evil.example><input name=csrf>",
          "<meta http-equiv=refresh content='0;url=//evil.example'>",
          "<base href=//evil.example>",
          "\u202e<script>alert(1)</script>\u0000");

  @TempDir private static Path folder;
  private static ServedDesk desk;
  private static ServedDesk clean;
  private static List<String> pages;

  @BeforeAll
  static void start() {
    desk = ServedDesk.in(folder.resolve("hostile"));
    clean = ServedDesk.in(folder.resolve("clean"));
    for (String payload : PAYLOADS) {
      desk.ticket(payload, payload, payload);
      clean.ticket("x", "x", "x");
    }
    pages = pages(desk);
  }

  @AfterAll
  static void stop() {
    desk.close();
    clean.close();
  }

  /** Every page, and those of a ticket for each ticket. */
  private static List<String> pages(ServedDesk desk) {
    List<Ticket> tickets = desk.desk().tickets().tickets();
    return desk.routes().stream()
        .filter(route -> route.method() == Method.GET && !route.forPrograms())
        .flatMap(route ->
            route.path().contains("{number}")
                ? tickets.stream()
                    .map(
                        ticket -> route.path().replace("{number}", String.valueOf(ticket.number())))
                : Stream.of(route.path().replaceAll("\\{\\w+}", "1")))
        .toList();
  }

  static List<String> payloads() {
    return PAYLOADS;
  }

  private static Document read(ServedDesk desk, String path) {
    return Jsoup.parse(desk.browser().get(path).body());
  }

  /** The elements of a page and the names of their attributes, in order. */
  private static List<String> structure(Document page) {
    return page.getAllElements().stream()
        .map(element ->
            element.tagName()
                + element.attributes().asList().stream().map(Attribute::getKey).sorted().toList())
        .toList();
  }

  private static void assertHarmless(Document page, String path) {
    assertThat(page.select("base, iframe, object, embed, style, svg, meta[http-equiv]"))
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
                && attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript"));
  }

  @Test
  void storedTextBecomesNoMarkupOnAnyPage() {
    assertThat(pages)
        .hasSizeGreaterThan(PAYLOADS.size())
        .allSatisfy(path -> assertHarmless(read(desk, path), path));
  }

  @Test
  void aTicketIsShownToTheLetter() {
    assertThat(desk.desk().tickets().tickets())
        .allSatisfy(ticket ->
            assertThat(read(desk, "/tickets/" + ticket.number()).text())
                .contains(
                    Jsoup.parse("<p></p>")
                        .select("p")
                        .first()
                        .text(ticket.asked().description())
                        .text()));
  }

  @Test
  void aPageHasTheSameElementsWhateverTheTextIs() {
    assertThat(pages)
        .allSatisfy(path ->
            assertThat(structure(read(desk, path)))
                .as(path)
                .isEqualTo(structure(read(clean, path))));
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
