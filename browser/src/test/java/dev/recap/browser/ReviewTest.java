package dev.recap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A reviewer's morning: the agent has handed in drafts, and a person decides. */
class ReviewTest extends WorkedDesk {
  private String ticket() {
    return page.locator("h1 a").innerText();
  }

  private Locator toast() {
    return page.locator(".toast");
  }

  @Test
  void approvesByKeyAndTheNextDraftOpensAndUndoBringsItBack() {
    String first = ticket();
    page.keyboard().press("a");
    assertThat(toast()).containsText(first + " is approved");
    assertThat(page.locator("h1 a")).not().hasText(first);

    page.keyboard().press("u");
    assertThat(toast()).containsText("It is as it was");
    assertThat(page.locator("h1 a")).hasText(first);
    assertThat(page.locator("#reply")).not().hasValue("");
  }

  @Test
  void editsAndApproves() {
    String edited = ticket();
    page.locator("#reply").fill("Dear Ms Farrow,\n\nwe send you another one.\n");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit and approve"))
        .click();
    assertThat(toast()).containsText(edited + " is approved as you changed it");

    page.navigate(desk.at("/queue?q=" + edited));
    page.navigate(desk.at("/tickets/" + edited.replace("TICKET-", "")));
    assertThat(page.locator(".said.reply .text"))
        .hasText("Dear Ms Farrow,\n\nwe send you another one.\n");
    assertThat(page.locator(".ticket-side .chip")).hasText("answered");
  }

  @Test
  void sendsBackWithARemarkAndSeesItComeAgain() {
    String back = ticket();
    page.keyboard().press("s");
    page.locator("#reason").selectOption("tone");
    page.locator("#remark").fill("Say sorry first.");
    page.locator("#send-back button").click();
    assertThat(toast()).containsText(back + " is with the agent again");

    page.navigate(desk.at("/tickets/" + back.replace("TICKET-", "") + "?tab=timeline"));
    assertThat(page.locator(".timeline")).containsText("tone: Say sorry first.");
    assertThat(page.locator(".ticket-side .chip")).hasText("new");

    page.navigate(desk.at("/shifts"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start").setExact(true))
        .click();
    assertThat(page.locator("#state"))
        .hasText("done", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    page.navigate(desk.at("/review/" + back.replace("TICKET-", "")));
    assertThat(page.locator("h1 a")).hasText(back);
    assertThat(page.locator("#reply")).not().hasValue("");
  }

  @Test
  void takesOverAndAnswersInPerson() {
    String mine = ticket();
    page.keyboard().press("t");
    assertThat(toast()).containsText("You have " + mine);
    assertThat(page.locator("h1 a")).hasText(mine);
    page.locator("#reply").fill("I call you at noon.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit and approve"))
        .click();
    assertThat(toast()).containsText(mine + " is approved as you changed it");
  }

  @Test
  void theSecondOfTwoIsToldAndWhatSheTypedIsKept() {
    Page other = chromium.window();
    String contested = ticket();
    other.navigate(page.url());
    page.keyboard().press("a");
    assertThat(toast()).containsText(contested + " is approved");

    other.locator("#reply").fill("My own words.");
    other
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit and approve"))
        .click();
    assertThat(other.locator(".problem")).containsText(contested + " was answered already");
    assertThat(other.locator("#reply")).hasValue("My own words.");
    other.context().close();
  }
}
