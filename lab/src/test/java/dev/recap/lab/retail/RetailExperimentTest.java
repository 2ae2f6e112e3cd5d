package dev.recap.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.retail.TraceLines.Call;
import dev.recap.lab.table.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailExperimentTest {
  private static final String SWAP =
      "{'order_id':'#P','item_ids':['m1'],'new_item_ids':['m2'],'payment_method_id':'gift_card_1'}";
  private static final String CANCEL = "{'order_id':'#Q','reason':'ordered by mistake'}";

  @TempDir private Path dir;

  private static RetailFindings play(RetailTrace trace) {
    return new RetailExperiment((done, total) -> {}).play(List.of(trace));
  }

  private static Map<String, RetailRow> rows(RetailFindings found) {
    return found.findings().rows().stream()
        .map(RetailRow.class::cast)
        .collect(Collectors.toMap(RetailRow::compaction, row -> row));
  }

  private static String swapped() {
    ObjectNode order = SmallShop.json(SmallShop.order("#P", "pending (item modified)", "card_1"));
    ObjectNode item = (ObjectNode) order.at("/items/0");
    item.put("item_id", "m2").put("price", 12.5).putObject("options").put("color", "blue");
    order
        .withArray("payment_history")
        .add(
            SmallShop.json(
                "{'transaction_type':'payment','amount':2.5,'payment_method_id':'gift_card_1'}"));
    return order.toString();
  }

  private static String cancelled() {
    ObjectNode order = SmallShop.json(SmallShop.order("#Q", "cancelled", "card_1"));
    order.put("cancel_reason", "ordered by mistake");
    order
        .withArray("payment_history")
        .add(
            SmallShop.json(
                "{'transaction_type':'refund','amount':20.0,'payment_method_id':'card_1'}"));
    return order.toString();
  }

  /** What the trace shows before anything changes. */
  private static TraceLines begun() {
    return new TraceLines("t-1")
        .user("A blue mug instead of a red one, please. I am ada@example.org.")
        .calls("find_user_id_by_email", "{'email':'ada@example.org'}", "ada")
        .calls(
            Call.of("get_user_details", "{'user_id':'ada'}", SmallShop.USER),
            Call.of("get_product_details", "{'product_id':'mug'}", SmallShop.PRODUCT),
            Call.of(
                "get_order_details",
                "{'order_id':'#P'}",
                SmallShop.order("#P", "pending", "card_1")));
  }

  /** A refusal and a success, another order after an outage, and the same cancellation again. */
  private RetailTrace whole() {
    return begun()
        .calls(
            "modify_pending_order_items",
            SWAP.replace("'m1'", "'m1','m1'"),
            "Error: as many as before")
        .calls("modify_pending_order_items", SWAP, swapped())
        .says("It is blue now.")
        .user("And cancel #Q.")
        .calls("get_order_details", "{'order_id':'#Q'}", SmallShop.order("#Q", "pending", "card_1"))
        .calls("cancel_pending_order", CANCEL, "Error: 503 Service Unavailable")
        .calls("cancel_pending_order", CANCEL, cancelled())
        .says("It is cancelled.")
        .in(dir);
  }

  @Test
  void aRefusedCallIsTriedAgainAndTheShopEndsAsItDid() {
    RetailFindings found = play(whole());

    RetailRow without = rows(found).get("none");
    assertThat(without)
        .isEqualTo(new RetailRow("t-1", "nobody", "none", 1, 0, 9, 9, 0, 0, 0, 1, 0, 0, 1, 1, ""));
    assertThat(found.hold()).isTrue();
    assertThat(found.heldThoughCarriedOut()).isZero();
  }

  @Test
  void compactionsAnywhereChangeNothing() {
    Map<String, RetailRow> rows = rows(play(whole()));

    RetailRow every = rows.get("every");
    RetailRow once = rows.get("once");
    assertThat(every.compactions()).isGreaterThan(4);
    assertThat(every.executed()).isEqualTo(9);
    assertThat(every.asWhole()).isEqualTo(1);
    assertThat(once.plays()).isEqualTo(9);
    assertThat(once.compactions()).isGreaterThan(5);
    assertThat(once.executed()).isEqualTo(81);
    assertThat(once.asWhole()).isEqualTo(9);
    assertThat(once.asRecorded()).isEqualTo(9);
  }

  @Test
  void aModelThatHasForgottenItsChangesMakesNoneTwice() {
    RetailFindings found = play(whole());

    RetailRow again = rows(found).get("every, again");
    assertThat(again.asked()).isEqualTo(9 + 1 + 2);
    assertThat(again.executed()).isEqualTo(9);
    assertThat(again.held()).isEqualTo(3);
    assertThat(again.heldCarriedOut()).isZero();
    assertThat(again.repeated()).isZero();
    assertThat(again.asWhole()).isEqualTo(1);
    assertThat(found.findings().others().get("held back by the guard"))
        .extracting(row -> ((RetailFindings.Held) row).recorded())
        .containsOnly("asked again");
  }

  @Test
  void aCallThatWasCarriedOutTwiceIsHeldBackAndTold() {
    RetailTrace trace =
        begun()
            .calls("transfer_to_human_agents", "{'summary':'Rude.'}", "Transfer successful")
            .calls("transfer_to_human_agents", "{'summary':'Rude.'}", "Transfer successful")
            .says("Somebody will call.")
            .in(dir);

    RetailFindings found = play(trace);

    assertThat(rows(found).get("none").heldCarriedOut()).isEqualTo(1);
    assertThat(rows(found).get("every").heldCarriedOut()).isEqualTo(1);
    assertThat(found.heldThoughCarriedOut()).isGreaterThan(2);
    assertThat(found.hold()).isTrue();
    assertThat(found.findings().others().get("held back by the guard").getFirst())
        .isInstanceOfSatisfying(
            RetailFindings.Held.class,
            held -> {
              assertThat(held.recorded()).isEqualTo("carried out");
              assertThat(held.how()).isEqualTo("receipt");
              assertThat(held.why()).startsWith("Done already in turn 3");
            });
  }

  @Test
  void whatTheTraceNeverShowedIsAnsweredAsRecorded() {
    RetailTrace trace =
        begun()
            .calls("cancel_pending_order", CANCEL, cancelled())
            .calls("get_order_details", "{'order_id':'#Q'}", cancelled())
            .says("It is cancelled.")
            .in(dir);

    RetailFindings found = play(trace);

    RetailRow without = rows(found).get("none");
    assertThat(without.fromRecord()).isEqualTo(1);
    assertThat(found.findings().others().get("never shown, so answered as recorded"))
        .extracting(row -> ((RetailFindings.Unseen) row).what())
        .containsExactly("order #Q");
    assertThat(without.differing()).isZero();
    assertThat(without.asRecorded()).isEqualTo(1);
  }

  @Test
  void aResultThatDiffersIsToldWithItsPlace() {
    RetailTrace trace =
        begun()
            .calls("modify_pending_order_items", SWAP, swapped().replace("12.5", "11.5"))
            .says("It is blue now.")
            .in(dir);

    RetailFindings found = play(trace);

    RetailRow without = rows(found).get("none");
    assertThat(without.differing()).isEqualTo(1);
    assertThat(without.asRecorded()).isZero();
    assertThat(without.asWhole()).isEqualTo(1);
    JsonNode told = found.findings().json().path("otherwise than recorded");
    assertThat(told.findValuesAsText("how"))
        .containsOnly("items[0].price was recorded as 11.5, but is 12.5");
  }

  @Test
  void aRowThatFailedIsShown() {
    RetailRow fine = rows(play(whole())).get("none");
    var failed =
        new RetailRow("t", "m", "every", 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, "it ran again");
    var findings = new RetailFindings(new Findings(List.of(fine, failed), Map.of()));

    assertThat(findings.hold()).isFalse();
    assertThat(findings.failing()).containsExactly(failed);
  }
}
