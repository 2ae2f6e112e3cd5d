package dev.recap.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A desk on its first evening: a shift was worked, drafts were decided on, a trial was run. */
final class FilledDesk implements AutoCloseable {
  private static final String REPORT = "report";

  private final DeskProcess process;
  private final Path report;
  private final List<Map.Entry<String, String>> pages = new ArrayList<>();

  private FilledDesk(DeskProcess process, Path report) {
    this.process = process;
    this.report = report;
  }

  static FilledDesk in(Path folder, Chromium chromium) throws Exception {
    Path report = folder.resolve("report.html");
    DeskProcess.run("demo", "--quiet", "--report", report.toString());
    FilledDesk desk = new FilledDesk(DeskProcess.worked(folder.resolve("desk"), 30), report);
    Page page = chromium.window();
    desk.decide(page);
    TrialTest.runs(page, desk.process, TrialTest.answered(folder));
    String trial = page.url().substring(page.url().indexOf("/trials"));
    page.navigate(desk.at("/shifts"));
    String shift = page.locator("td a").first().getAttribute("href");
    page.navigate(desk.at("/review"));
    String review = page.url().substring(page.url().indexOf("/review"));
    page.navigate(desk.at("/knowledge"));
    String article = page.locator("main td a").first().getAttribute("href");
    desk.list(review, shift, trial, article);
    page.context().close();
    return desk;
  }

  private void decide(Page page) {
    page.navigate(at("/review"));
    page.keyboard().press("a");
    page.locator(".toast").waitFor();
    page.locator("#reply").fill("Dear customer,\n\nit is on its way, and we are sorry.\n");
    page.keyboard().press("Escape");
    page.keyboard().press("E");
    page.locator(".toast").waitFor();
  }

  private void list(String review, String shift, String trial, String article) {
    String ticket = review.replace("/review/", "/tickets/");
    add("report", REPORT);
    add("today", "/");
    add("queue", "/queue");
    add("import", "/queue/import");
    add("review", review);
    add("ticket", ticket);
    add("evidence", ticket + "?tab=evidence");
    add("timeline", ticket + "?tab=timeline");
    add("calls", ticket + "?tab=hood");
    add("shifts", "/shifts");
    add("shift", shift);
    add("knowledge", "/knowledge");
    add("search", "/knowledge/search?query=refund");
    add("article", article);
    add("trials", "/trials");
    add("trial", trial);
    add("guidance", "/guidance");
    add("exemptions", "/guidance/exemptions");
    add("erase", ticket + "/erase");
    add("people", "/people");
    add("connections", "/connections");
    add("hood", "/hood");
    add("books", shift.replace("/shifts/", "/hood/"));
  }

  private void add(String name, String path) {
    pages.add(Map.entry(name, path));
  }

  /** Its pages, by a name for people. */
  List<Map.Entry<String, String>> pages() {
    return List.copyOf(pages);
  }

  String at(String path) {
    return path.equals(REPORT) ? report.toUri().toString() : process.at(path);
  }

  @Override
  public void close() {
    process.close();
  }
}
