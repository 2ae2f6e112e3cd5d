package dev.recap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Monday morning: a file of tickets comes in, the agent works it, and the machine dies. */
class ShiftTest {
  private static final int TICKETS = 12;
  private static final Pattern SOME_TICKETS = Pattern.compile("[3-9] of %d".formatted(TICKETS));
  private static final LocatorAssertions.HasTextOptions SOON =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @TempDir private Path folder;

  private Path file() throws Exception {
    String rows =
        IntStream.rangeClosed(1, TICKETS)
            .mapToObj(i ->
                "ORD-%d,The parcel %d is late,\"Where is my parcel? It was due, I wait.\",Ada %d,ada%d@example.com\n"
                    .formatted(i, i, i, i))
            .collect(Collectors.joining());
    Path csv = folder.resolve("monday.csv");
    return Files.writeString(csv, "Ticket,Betreff,Text,Name,Mail\n" + rows, StandardCharsets.UTF_8);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private void upload(Page page) throws Exception {
    page.locator("#file").setInputFiles(file());
    press(page, "Look at it");
    page.locator("#column-id").selectOption("Ticket");
    page.locator("#column-subject").selectOption("Betreff");
    page.locator("#column-description").selectOption("Text");
    page.locator("#column-customer_name").selectOption("Name");
    page.locator("#column-customer_email").selectOption("Mail");
    press(page, "Look again");
    assertThat(page.locator("#fares")).containsText(TICKETS + " new tickets");
    press(page, "Take them in");
    assertThat(page.locator(".toast")).containsText(TICKETS + " tickets came in");
  }

  @Test
  void fromAFileOverAKillToDraftsThatWaitForPeople() throws Exception {
    Path data = folder.resolve("desk");
    try (var chromium = new Chromium()) {
      Page page = chromium.window();
      String shift;
      DeskProcess first = DeskProcess.start(data);
      try {
        page.navigate(first.at("/queue/import"));
        upload(page);
        page.navigate(first.at("/shifts"));
        press(page, "Start");
        shift = page.url().substring(page.url().lastIndexOf('/'));
        // The page comes to know by itself what the agent does.
        assertThat(page.locator("#live"))
            .containsText(
                SOME_TICKETS, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        Screens.take(page, "live-shift");
      } finally {
        first.kill();
      }

      try (DeskProcess second = DeskProcess.start(data)) {
        page.navigate(second.at("/shifts" + shift));
        assertThat(page.locator("#state")).hasText("died");
        press(page, "Resume");
        assertThat(page.locator("#state")).hasText("done", SOON);
        assertThat(page.locator("#live")).containsText("%d of %d".formatted(TICKETS, TICKETS));
        page.navigate(second.at("/review"));
        assertThat(page.locator("h1 a")).containsText("ORD-");
      }
    }
  }
}
