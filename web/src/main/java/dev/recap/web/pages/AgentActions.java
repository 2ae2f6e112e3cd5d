package dev.recap.web.pages;

import dev.recap.web.Desk;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;

/** The button that stops the agent, on every page. */
final class AgentActions implements Section {
  private final Desk desk;

  AgentActions(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(Routes routes) {
    routes.action(
        "/agent/stop",
        Access.REVIEWER,
        visit -> {
          desk.agent().stop();
          visit.redirect("/shifts", Toast.of("The agent stops after the step in hand."));
        });
  }
}
