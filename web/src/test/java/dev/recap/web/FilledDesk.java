package dev.recap.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A desk where the same texts stand wherever people, customers, programs and the agent can put
 * some; sent as they would send them.
 */
final class FilledDesk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORKED = "A-1";
  private static final int TOGETHER = 6;

  private final ServedDesk desk;
  private final Browser browser;
  private final String token;
  private final Program program;
  private final Map<String, Document> pages = new LinkedHashMap<>();

  FilledDesk(Path folder, List<String> texts) {
    desk = ServedDesk.with(new ByRote(WORKED), folder);
    browser = desk.browser();
    token = browser.token();
    program = new Program(desk.port(), Map.of());
    desk.desk().work().knowledge().library().take(ArticleFiles.ofTheSample(), "Lea");
    List<String> sent = together(texts);
    worked(String.join("\n", sent));
    sent.forEach(this::ticket);
    for (int i = 0; i < sent.size(); i++) {
      handedIn(sent.get(i));
    }
    for (int i = 0; i < sent.size(); i++) {
      decided(sent.get(i), i);
      read("/review/" + (i + 2));
    }
    sent.forEach(this::ruled);
    texts.stream().map(text -> text.replace("\u0000", "")).forEach(this::fromFile);
    tried(String.join("\n", sent));
    sent.forEach(this::asked);
    readAll();
  }

  /** Several in each place, so that there are fewer pages to read. */
  private static List<String> together(List<String> texts) {
    List<String> few = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += TOGETHER) {
      List<String> some = texts.subList(i, Math.min(texts.size(), i + TOGETHER));
      few.add(String.join("\n", some).replace("\u0000", ""));
    }
    return few;
  }

  /** All pages that were seen, by a name that says where. */
  Map<String, Document> pages() {
    return pages;
  }

  ServedDesk desk() {
    return desk;
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    desk.close();
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  private static String oneLine(String text, int most) {
    return cut(text.replaceAll("[\\p{Cntrl}]", " ").replace(':', ' '), most);
  }

  private static String json(Object figures) {
    try {
      return JSON.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Program.Reply post(String path, Object figures) {
    Program.Reply reply = program.post(path, String.valueOf(figures.hashCode()), json(figures));
    if (reply.status() >= 300) {
      throw new AssertionError(path + ": " + reply.answer().body());
    }
    return reply;
  }

  private void ticket(String id, String text) {
    post(
        "/api/tickets",
        Map.of(
            "id",
            id,
            "subject",
            cut(text, 500),
            "description",
            cut(text, 20_000),
            "customer",
            Map.of("name", cut(text, 320), "email", cut(text, 320))));
  }

  /** A ticket that a model works, whose journal has it. */
  private void worked(String text) {
    ticket(WORKED, text);
    String shift =
        post("/api/shifts", Map.of("model", "rote", "tickets", List.of(WORKED)))
            .json()
            .path("id")
            .asText();
    desk.desk().work().shifts().await(shift);
    List.of("/shifts/" + shift, "/hood/" + shift).forEach(this::read);
  }

  private void ticket(String text) {
    int number = desk.desk().tickets().counts().total() + 1;
    ticket(cut("H-" + number + " " + text.strip(), 320), text);
    String id = desk.desk().tickets().tickets().getLast().id();
    post(
        "/api/tickets/%s/messages"
            .formatted(URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")),
        Map.of("author", cut(text, 320), "text", text));
    sent("/tickets/" + number + "/note", "text", text);
  }

  /** What an agent writes that believed the text. */
  private void handedIn(String text) {
    var call =
        new DeskCall(
            "run-1",
            "call-" + text.hashCode(),
            "key",
            "draft_response",
            json(Map.of("response_text", text)));
    desk.desk()
        .tickets()
        .record(
            call,
            work -> {
              Ticket mine = work.claimNext().orElseThrow();
              work.about(mine.id());
              work.shown(mine);
              work.set(mine, Step.CATEGORY, oneLine(text, 60));
              work.set(mine, Step.TEAM, oneLine(text, 60));
              work.read(mine, text, new Evidence(oneLine(text, 60), 1, text, text));
              work.draft(mine, "We refund 99 EUR to [Name]. " + text, null, text);
              work.complete(mine);
              return mine;
            });
  }

  private void decided(String text, int place) {
    int number = place + 2;
    Document review = read("/review/" + number);
    String path = "/review/" + number + "/";
    String revision = review.select("input[name=revision]").attr("value");
    String draft = review.select("input[name=draft]").attr("value");
    String[] seen = {"revision", revision, "draft", draft, "text", text, "remark", text};
    switch (place % 4) {
      case 0 -> see(path + "edit", sent(path + "edit", seen));
      case 1 -> {
        String[] reason = Arrays.copyOf(seen, 12);
        System.arraycopy(new String[] {"reason", text, "keep", "yes"}, 0, reason, 8, 4);
        see(path + "send-back", sent(path + "send-back", reason));
      }
      case 2 -> see(path + "take-over", sent(path + "take-over", seen));
      default -> see(path + "stale", sent(path + "edit", "text", text, "draft", text));
    }
  }

  private void ruled(String text) {
    String version = read("/guidance").select("input[name=version]").attr("value");
    see(
        "/guidance saved",
        sent(
            "/guidance",
            "version",
            version,
            "categories",
            "billing\n" + oneLine(text, 60) + ": " + oneLine(text, 200),
            "priorities",
            "low\nhigh",
            "teams",
            "billing-team\n" + oneLine(text, 60),
            "steps",
            "draft",
            "guidance",
            cut(text, 20_000)));
    see("/guidance refused", sent("/guidance", "categories", text, "guidance", text));
  }

  private static String rows(String subject, String text, String category, String team) {
    return """
    id,subject,description,category,priority,team,reply,%1$s
    %5$s,%1$s,%2$s,%3$s,high,%4$s,%2$s,%2$s
    """
        .formatted(cell(subject), cell(text), cell(category), cell(team), WORKED);
  }

  private void fromFile(String text) {
    String name = oneLine(text, 100).replace("\"", "%22");
    String everywhere = rows(cut(text, 500), text, text, text);
    see("/queue/import sent", browser.upload("/queue/import", name, everywhere));
    see("/trials sent", browser.upload("/trials", name, everywhere));
  }

  private static String cell(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private void tried(String text) {
    String known = rows(cut(text, 500), text, "billing", "billing-team");
    Document look = see("/trials sent", browser.upload("/trials", "tried.csv", known));
    List<String> form = new ArrayList<>();
    form.addAll(List.of("token", look.select("input[name=token]").attr("value")));
    form.addAll(List.of("name", cut(text, 500), "model", "rote"));
    for (String column :
        List.of("id", "subject", "description", "category", "priority", "team", "reply")) {
      form.addAll(List.of("column-" + column, column));
    }
    HttpResponse<String> begun = sent("/trials/start", form.toArray(String[]::new));
    String trial =
        begun.headers().firstValue("Location").orElseThrow(() -> new AssertionError(begun.body()));
    desk.desk().work().trials().await(trial.substring(trial.lastIndexOf('/') + 1));
    read(trial);
  }

  private void asked(String text) {
    String words = URLEncoder.encode(cut(text, 300), StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/queue?category=",
            "/queue?after=",
            "/shifts?tickets=",
            "/knowledge?query=",
            "/hood/",
            "/shifts/",
            "/trials/")) {
      read(path + words);
    }
    see("/shifts refused", sent("/shifts", "tickets", text, "model", text));
    see("/queue/bulk refused", sent("/queue/bulk", "id", text, "do", text));
  }

  private void readAll() {
    List.of("/", "/queue", "/review", "/shifts", "/hood", "/trials", "/knowledge", "/people")
        .forEach(this::read);
    for (Ticket ticket : desk.desk().tickets().tickets()) {
      for (String tab : List.of("", "?tab=evidence", "?tab=timeline", "?tab=hood")) {
        read("/tickets/" + ticket.number() + tab);
      }
    }
  }

  /** Sends a form of the desk's, whose token is the same on each of its pages. */
  private HttpResponse<String> sent(String path, String... fields) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "csrf";
    all[fields.length + 1] = token;
    return browser.postBare(path, all);
  }

  private Document read(String path) {
    return see(path, browser.get(path));
  }

  private Document see(String where, HttpResponse<String> answer) {
    if (answer.statusCode() >= 500) {
      throw new AssertionError(where + ": " + answer.body());
    }
    Document page = Jsoup.parse(answer.body());
    pages.put(where + " #" + pages.size(), page);
    return page;
  }
}
