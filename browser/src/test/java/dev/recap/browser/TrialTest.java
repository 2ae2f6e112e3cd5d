package dev.recap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the agent gets near a customer: what people have answered is worked again. */
class TrialTest {
  private static final int TICKETS = 6;

  /** Answered tickets, in the order of their columns; every other one was about a refund. */
  static Path answered(Path folder) throws Exception {
    String rows =
        IntStream.rangeClosed(1, TICKETS)
            .mapToObj(i ->
                i % 2 == 0
                    ? "T-%d,Money back,\"You charged me twice, I want a refund.\",billing,high,We have paid 20 EUR back to you.\n"
                        .formatted(i)
                    : "T-%d,Where is it,The parcel has not come yet.,shipping,medium,It comes tomorrow.\n"
                        .formatted(i))
            .collect(Collectors.joining());
    return Files.writeString(
        folder.resolve("answered.csv"), "id,subject,body,category,priority,answer\n" + rows);
  }

  /** Has a file tried, to the end. */
  static void runs(Page page, DeskProcess desk, Path file) {
    page.navigate(desk.at("/trials"));
    page.locator("#file").setInputFiles(file);
    button(page, "Look at it").click();
    assertThat(page.locator("#plan")).containsText("%d tickets: about".formatted(TICKETS));
    assertThat(page.locator("#plan")).containsText("SIMULATED");
    button(page, "Start the trial").click();
    assertThat(page.locator("#verdict"))
        .containsText(
            "category in", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aFileIsLookedAtTriedComparedAndRated(@TempDir Path folder) throws Exception {
    try (DeskProcess desk = DeskProcess.start(folder.resolve("desk"), "--sample", "1");
        var chromium = new Chromium()) {
      Page page = chromium.window();
      runs(page, desk, answered(folder));

      Locator first = page.locator("#pair-1");
      assertThat(first).containsText("It comes tomorrow.");
      assertThat(first).containsText("category");
      first.getByText("human better").click();
      assertThat(page.locator(".toast")).containsText("T-1: human better");
      assertThat(page.locator("#live")).containsText("human better: 1");
    }
  }
}
