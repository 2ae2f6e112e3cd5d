package dev.recap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of tickets to drafts, on a desk that dies on the way. */
class ShiftTest {
  private static final int LONG = 60_000;
  private static final String FILE =
      """
      Ticket ID,Subject,Body,Requester
      SHOP-7,The lamp hums,"It hums all day, and it is new.",ada@example.com
      SHOP-8,Charged twice,I was charged twice for one order.,bob@example.com
      SHOP-9,,,eve@example.com
      """;

  @Test
  void fromAFileToDraftsThroughAKill(@TempDir Path folder) {
    try (var chromium = new Chromium()) {
      Page page = chromium.window();
      DeskProcess desk = DeskProcess.start(folder.resolve("desk"));
      page.navigate(desk.at("/queue/import"));
      page.locator("#file")
          .setInputFiles(
              new FilePayload("tickets.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
      button(page, "Look at it");
      assertThat(page.locator("#fares")).containsText("2 new tickets");
      assertThat(page.locator("#fares")).containsText("1 bad");
      page.getByText("Leave the bad rows out").click();
      button(page, "Take them in");
      assertThat(page.locator(".toast")).containsText("2 tickets came in");
      assertThat(page.locator("tbody")).containsText("SHOP-7");

      page.navigate(desk.at("/shifts"));
      button(page, "Start");
      assertThat(page.locator("#state")).isVisible();
      String shift = page.url().substring(page.url().lastIndexOf('/'));
      desk.kill();

      try (DeskProcess again = DeskProcess.start(folder.resolve("desk"))) {
        page.navigate(again.at("/shifts" + shift));
        // It died at work, or before it had begun; only if it was very fast is nothing left to do.
        if (!page.locator("#state").innerText().equals("done")) {
          button(page, "Resume");
        }
        assertThat(page.locator("#state"))
            .containsText("done", new ContainsTextOptions().setTimeout(LONG));
        assertThat(page.locator(".tile").first()).containsText("2 of 2");
        page.navigate(again.at("/review"));
        assertThat(page.locator("h2").first()).containsText("2 waiting");
        assertThat(page.locator("main")).containsText("SIMULATED");
      }
    }
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
