package dev.recap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens beside review: a customer writes again, a lead changes the rules, one searches. */
class DeskTest extends WorkedDesk {
  private void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  /** As a shop's own form hands it on. */
  private void writesAgain(String ticket, String text) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(desk.at("/api/tickets/" + ticket + "/messages")))
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      Assertions.assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
  }

  @Test
  void aDraftThatTheCustomerHasOvertakenCannotBeApprovedAsItIs() throws Exception {
    String ticket = page.locator("h1 a").innerText();
    writesAgain(ticket, "It burns now!");
    // She has the page open that does not know of it.
    page.keyboard().press("a");
    assertThat(page.locator(".problem")).containsText("the customer has written");
    assertThat(page.locator("#stale")).isVisible();
    assertThat(page.locator(".review-main")).containsText("It burns now!");
    assertThat(page.locator("[data-key=a]")).isDisabled();

    page.locator("#reply").fill("Unplug it at once.");
    press("Edit and approve");
    assertThat(page.locator(".toast")).containsText(ticket + " is approved as you changed it");
  }

  @Test
  void theGuidanceIsEditedInVersionsAndTheSecondOfTwoIsTold() {
    page.navigate(desk.at("/guidance"));
    Page other = chromium.window();
    other.navigate(desk.at("/guidance"));
    page.locator("#guidance").fill("Sign as the night shift.");
    press("Save as the next version");
    assertThat(page.locator(".toast")).containsText("holds from now on");
    assertThat(page.locator("#guidance")).hasValue("Sign as the night shift.");

    other.locator("#guidance").fill("Sign as the day shift.");
    other
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save as the next version"))
        .click();
    assertThat(other.getByRole(AriaRole.ALERT)).containsText("has saved another version");
    assertThat(other.locator("#guidance")).hasValue("Sign as the day shift.");
    other.context().close();
  }

  @Test
  void aSlashSearchesTheTicketsAndTheKnowledgeIsSearchedAsTheAgentDoes() {
    page.navigate(desk.at("/"));
    page.keyboard().press("/");
    page.keyboard().type("TICKET-4");
    page.keyboard().press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody")).containsText("TICKET-4");

    page.navigate(desk.at("/knowledge"));
    page.locator("#query").fill("refund");
    page.locator("#query").press("Enter");
    assertThat(page.locator("main")).containsText("refund");
  }

  @Test
  void anArticleIsBroughtFoundAndEditedAndWhatItWasStays(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("zeppelins.md"), "# Zeppelin tours\n\nTours begin at nine.\n");
    page.navigate(desk.at("/knowledge"));
    page.locator("#file").setInputFiles(file);
    press("Take them in");
    assertThat(page.locator(".toast")).isVisible();

    page.navigate(desk.at("/knowledge/search?query=zeppelin"));
    assertThat(page.locator("main")).containsText("Tours begin at nine.");
    page.navigate(desk.at("/knowledge/zeppelins/edit"));
    page.locator("#text").fill("Tours begin at ten.");
    press("Save");
    page.navigate(desk.at("/knowledge/zeppelins/2"));
    assertThat(page.locator("main")).containsText("Tours begin at ten.");
    page.navigate(desk.at("/knowledge/zeppelins/1"));
    assertThat(page.locator("main")).containsText("Tours begin at nine.");
  }
}
