package dev.recap.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Choice;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.work.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a lead edits and what people do is what the agent's tools go by. */
class OwnRulesTest {
  private static final Guidance GERMAN =
      new Guidance(
          7,
          new DeskRules(
              List.of(Choice.of("Rechnung"), new Choice("Technik", "Geräte und Apps")),
              List.of(Choice.of("normal"), Choice.of("dringend")),
              List.of(Choice.of("Team Nord")),
              Set.of(Step.CATEGORY),
              Set.of("Rechnung"),
              ""));

  private final Desk desk =
      new Desk(List.of(ticket("4711"), ticket("A b/ü"), ticket(null)), GERMAN);

  private static NewTicket ticket(String id) {
    var asked = "Die Lampe brummt, sie ist neu.";
    return new NewTicket(new Customer(7, null, null), "", asked, Instant.EPOCH, id);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theSchemasAndDescriptionsAreMadeFromThem() {
    var classify =
        desk.tools().specs().stream()
            .filter(spec -> spec.name().equals("classify_ticket"))
            .findFirst()
            .orElseThrow();
    assertThat(classify.inputSchema()).contains("\"enum\":[\"Rechnung\",\"Technik\"]");
    assertThat(classify.description())
        .isEqualTo("Sets the category of a ticket: Rechnung, or Geräte und Apps.");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            desk.ask("r", "classify_ticket", "{\"ticket_id\":\"4711\",\"category\":\"billing\"}"))
        .withMessageContaining("Rechnung");
  }

  @Test
  void aTicketHasTheNameItCameWith() {
    assertThat(Desk.json(desk.next("r")).path("id").asText()).isEqualTo("4711");
    desk.ask("r", "classify_ticket", "{\"ticket_id\":\"4711\",\"category\":\"Technik\"}");
    desk.draft("r", "4711");
    assertThat(desk.complete("r", "4711").outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(Desk.json(desk.next("r")).path("id").asText()).isEqualTo("A b/ü");
    assertThat(desk.store().tickets())
        .extracting(Ticket::id)
        .containsExactly("4711", "A b/ü", "TICKET-3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk.store().add(List.of(ticket("4711"))))
        .withMessageContaining("4711");
  }

  @Test
  void onlyTheStepsThatAreNeededAreAskedFor() {
    desk.next("r");
    assertThat(desk.complete("r", "4711").text())
        .isEqualTo(
            "4711 cannot be completed yet. Still to do: category (classify_ticket), draft (draft_response).");
  }

  @Nested
  class APersonIsNeeded {
    private Ticket handedIn(String category) {
      desk.ask(
          "r",
          "classify_ticket",
          "{\"ticket_id\":\"4711\",\"category\":\"%s\"}".formatted(category));
      desk.draft("r", "4711");
      desk.complete("r", "4711");
      return desk.ticket("4711");
    }

    @Test
    void whereNoArticleWasFound() {
      desk.next("r");
      desk.ask("r", "search_knowledge_base", "{\"query\":\"Kernfusion\"}");
      assertThat(handedIn("Technik").status()).isEqualTo(TicketStatus.NEEDS_PERSON);
      assertThat(desk.ticket("4711").care().reason()).isEqualTo("no article was found");
    }

    @Test
    void whereTheRulesSaySo() {
      desk.next("r");
      desk.ask("r", "search_knowledge_base", "{\"query\":\"invoice\"}");
      assertThat(handedIn("Rechnung").care().reason())
          .isEqualTo("tickets about Rechnung go to a person");
    }

    @Test
    void andElseOnlyALookAtTheDraftWithWhatItRestsOn() {
      desk.next("r");
      desk.ask("r", "search_knowledge_base", "{\"query\":\"refund for a lamp\"}");
      assertThat(handedIn("Technik").status()).isEqualTo(TicketStatus.COMPLETED);
      assertThat(desk.ticket("4711").care().guidance()).isEqualTo(7);
      assertThat(desk.store().evidence(desk.ticket("4711")))
          .isNotEmpty()
          .allSatisfy(read -> assertThat(read.passage()).isNotBlank());
    }
  }
}
