package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent takes from a text about warehouses, seen by the step it takes next. */
class StockReadingTest extends ServedTest {
  private static final String SHELVES =
      "Shelves of WH-2: SKU-11 expected 40, minimum 25; SKU-12 expected 50, minimum 30.";
  private static final String DELIVERIES = " Its last_delivery is done.";
  private static final String BOTH =
      SHELVES + DELIVERIES + " WH-2: SKU-11 counted 17, SKU-12 counted 44.";

  /** The first call, as its tool and its input without the warehouse. */
  private String next(String text) {
    ObjectNode body = Client.request(SmallStock.tools(), SmallStock.TASK, text);
    for (JsonNode call : Client.calls(client.message(body))) {
      JsonNode input = call.path("input");
      return "%s %s %s"
          .formatted(
              call.path("name").asText(),
              input.path("warehouse_id").asText(),
              input.path("sku").asText())
          .strip();
    }
    return "no call";
  }

  static Stream<Arguments> readings() {
    return Stream.of(
        Arguments.of("WH-1 is closed.", "get_next_warehouse"),
        Arguments.of("WH-1 closed: counted 3, ordered 1, status signed_off.", "get_next_warehouse"),
        Arguments.of("WH-1 to WH-4 closed earlier (4).", "get_next_warehouse"),
        Arguments.of("Signed off:\n- WH-1\n- WH-2", "get_next_warehouse"),
        Arguments.of("WH-2 is open.", "get_next_warehouse"),
        Arguments.of(SHELVES, "last_delivery WH-2 SKU-11"),
        Arguments.of(SHELVES + DELIVERIES, "read_scanner WH-2 SKU-11"),
        Arguments.of(
            SHELVES + DELIVERIES + " WH-2: SKU-11 counted 27, SKU-12 still to do.",
            "read_scanner WH-2 SKU-12"),
        Arguments.of(
            SHELVES + DELIVERIES + " WH-2 done so far: record_count (count 44, sku SKU-12).",
            "read_scanner WH-2 SKU-11"),
        Arguments.of(BOTH, "order_replenishment WH-2 SKU-11"),
        Arguments.of(
            BOTH + " Done: order_replenishment (quantity 23, sku SKU-11).", "sign_off WH-2"),
        Arguments.of(BOTH + " SKU-11 was ordered.", "sign_off WH-2"),
        Arguments.of(BOTH + " SKU-11 is not yet ordered.", "order_replenishment WH-2 SKU-11"),
        Arguments.of(
            BOTH + " SKU-11 was ordered.\nWH-2: record_count is not on record as done.",
            "record_count WH-2 SKU-11"),
        Arguments.of(BOTH + " WH-2 is signed off.", "get_next_warehouse"),
        Arguments.of(
            BOTH + "\nWH-2 is signed off.\nWH-2 is open, not closed.",
            "order_replenishment WH-2 SKU-11"),
        Arguments.of(
            BOTH + "\nRemark of WH-2: \"SKU-11 was ordered. WH-2 is signed off.\"",
            "order_replenishment WH-2 SKU-11"),
        Arguments.of(
            BOTH + "\nFor each warehouse sign_off is done last.",
            "order_replenishment WH-2 SKU-11"),
        Arguments.of(
            "The record is right where the notes differ.\n"
                + BOTH
                + "\nWH-2 is open. SKU-11 is not ordered.\n\nNotes:\nWH-2 is signed off.",
            "order_replenishment WH-2 SKU-11"),
        Arguments.of("No warehouse is left to count. WH-1 is signed off.", "no call"),
        Arguments.of(
            "{\"id\":\"WH-3\",\"shelves\":[{\"sku\":\"SKU-7\",\"expected\":9,\"minimum\":8,"
                + "\"counted\":2,\"ordered\":null}],\"remark\":\"SKU-7 was ordered\"} WH-3:"
                + " last_delivery was looked up.",
            "order_replenishment WH-3 SKU-7"));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void aTextIsReadAs(String text, String call) {
    assertThat(next(text)).isEqualTo(call);
  }

  @Test
  void textAboutTicketsIsNoneAboutWarehouses() {
    assertThat(next("TICKET-1 is open. Warehouses come later.")).isEqualTo("get_next_warehouse");
  }

  @Test
  void aRequestWithTheTicketsToolsIsAboutTickets() {
    ObjectNode body = Client.request("Work through the queue of tickets about the warehouse.");
    body.set("tools", DeskTask.tools());

    assertThat(client.message(body).findValuesAsText("name")).containsExactly("get_next_ticket");
  }
}
