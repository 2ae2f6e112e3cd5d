package dev.recap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reply is on its way when the machine dies: nobody knows whether it came, and it goes once. */
class SendTest {
  private static final String REPLY = "I call you at noon.";

  @TempDir private Path folder;

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  private void mailsBy(StuckMailServer server, Path data) throws Exception {
    Files.createDirectories(data);
    Files.writeString(
        data.resolve("mail.properties"),
        """
        address = help@example.com
        way = mail
        password-env = PATH
        smtp.host = 127.0.0.1
        smtp.port = %d
        smtp.security = none
        """
            .formatted(server.port()));
  }

  private void answers(Page page, DeskProcess desk) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("one.csv"),
            "id,subject,description,customer_name,customer_email\n"
                + "C-1,The lamp hums,It hums all day.,Ada,ada@example.com\n");
    page.navigate(desk.at("/queue/import"));
    page.locator("#file").setInputFiles(file);
    press(page, "Look at it");
    press(page, "Take them in");
    page.navigate(desk.at("/tickets/1"));
    press(page, "Take over");
    page.locator("#reply").fill(REPLY);
    press(page, "Edit and approve");
    assertThat(page.locator(".toast")).containsText("C-1 is approved");
  }

  @Test
  void aKillInMidSendIsSaidAndTheReplyIsNotSentAgain() throws Exception {
    Path data = folder.resolve("desk");
    try (var server = new StuckMailServer();
        var chromium = new Chromium()) {
      mailsBy(server, data);
      Page page = chromium.window();
      DeskProcess first = DeskProcess.start(data);
      try {
        answers(page, first);
        Assertions.assertThat(server.next()).contains(REPLY, "To: ada@example.com");
      } finally {
        first.kill();
      }

      try (DeskProcess second = DeskProcess.start(data)) {
        page.navigate(second.at("/connections"));
        assertThat(page.locator("main")).containsText("Nobody knows whether these were sent");
        assertThat(page.locator(".said")).containsText("ada@example.com");
        press(page, "It was sent");
        assertThat(page.locator(".toast")).containsText("It is on record.");
        assertThat(page.locator(".said")).hasCount(0);
      }
      Assertions.assertThat(server.hasMore()).isFalse();
    }
  }
}
