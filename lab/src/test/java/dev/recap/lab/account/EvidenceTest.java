package dev.recap.lab.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private final ObjectNode request = new ObjectMapper().createObjectNode();
  private final ArrayNode content =
      request.putArray("messages").addObject().put("role", "user").putArray("content");

  private void text(String text) {
    content.addObject().put("type", "text").put("text", text);
  }

  private void result(String text) {
    content.addObject().put("type", "tool_result").put("content", text);
  }

  @Test
  void aResultTellsTheCustomerOfItsTicket() {
    result("{\"id\":\"TICKET-12\",\"customer\":1007,\"customer_name\":\"Mara\"}");

    assertThat(Evidence.of(request).customer(12)).isEqualTo(OptionalInt.of(1_007));
  }

  @Test
  void aTicketThatIsHandedOutTellsOfClosedOnesOfItsCustomer() {
    result(
        "{\"id\":\"TICKET-12\",\"customer\":1007,\"same_customer_closed\":[\"TICKET-9\",\"TICKET-3\"]}");

    Evidence evidence = Evidence.of(request);
    assertThat(List.of(12, 9, 3)).allMatch(t -> evidence.customer(t).getAsInt() == 1_007);
  }

  @Test
  void aLedgerLineTellsCustomerAndChoices() {
    text(
        "TICKET-3 closed: category billing, priority high, team billing-team, customer 1003,"
            + " customer's words \"Charged twice\".");

    Evidence evidence = Evidence.of(request);
    assertThat(evidence.customer(3)).isEqualTo(OptionalInt.of(1_003));
    assertThat(evidence.counts())
        .isEqualTo(Map.of("category billing", 1, "priority high", 1, "team billing-team", 1));
  }

  @Test
  void aRollUpCountsButTellsNoCustomer() {
    text(
        "TICKET-1 to TICKET-5 closed earlier (5): category billing 2 shipping 3; priority high 5.");
    text("TICKET-6 closed: category billing, priority low, team billing-team.");

    Evidence evidence = Evidence.of(request);
    assertThat(evidence.counts())
        .containsEntry("category billing", 3)
        .containsEntry("category shipping", 3)
        .containsEntry("priority high", 5)
        .containsEntry("priority low", 1);
    assertThat(evidence.customer(3)).isEmpty();
  }

  @Test
  void aLineThatNamesTwoTicketsIsSaidOfNeither() {
    text("TICKET-1 and TICKET-2: customer 1003.");

    assertThat(Evidence.of(request).customer(1)).isEmpty();
  }

  @Test
  void aCallIsNoEvidence() {
    content
        .addObject()
        .put("type", "tool_use")
        .putObject("input")
        .put("ticket_id", "TICKET-1")
        .put("category", "billing");

    assertThat(Evidence.of(request).counts()).isEmpty();
  }

  @Test
  void aChoiceNobodyHasMadeIsNoEvidence() {
    result("{\"id\":\"TICKET-1\",\"category\":null,\"description\":\"our team was waiting\"}");

    assertThat(Evidence.of(request).counts()).isEmpty();
  }
}
