package dev.recap.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.ToolSpec;
import dev.recap.tool.ToolAnswer;
import dev.recap.work.Outcome;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopToolsTest {
  private final SmallShop small = new SmallShop();

  private double balance() {
    return small.shop.get(Thing.user("ada")).at("/payment_methods/gift_card_1/balance").asDouble();
  }

  private void refuses(String tool, String input, String why) {
    Map<Thing, ?> before = small.shop.state();

    ToolAnswer answer = small.call(tool, input);

    assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(answer.text()).startsWith("Error: ").contains(why);
    assertThat(small.shop.state()).isEqualTo(before);
  }

  @Test
  void areSixteenUnderTheirKnownNames() {
    Map<String, String> specs = new TreeMap<>();
    for (ToolSpec spec : small.tools.specs()) {
      specs.put(spec.name(), spec.inputSchema());
    }

    assertThat(specs)
        .hasSize(16)
        .containsKeys("calculate", "find_user_id_by_name_zip", "list_all_product_types", "think");
    assertThat(specs.get("modify_user_address")).contains("\"user_id\"", "\"address1\"", "\"zip\"");
    assertThat(specs.get("cancel_pending_order"))
        .contains("\"no longer needed\",\"ordered by mistake\"");
    assertThat(specs.get("exchange_delivered_order_items"))
        .contains("\"item_ids\"", "\"new_item_ids\"", "\"payment_method_id\"");
  }

  @Nested
  class Reading {
    @Test
    void showsThingsAsTheyAreOnTheBooks() {
      assertThat(small.done("get_user_details", "{'user_id':'ada'}"))
          .isEqualTo(SmallShop.json(SmallShop.USER));
      assertThat(small.done("get_product_details", "{'product_id':'mug'}"))
          .isEqualTo(SmallShop.json(SmallShop.PRODUCT));
      assertThat(small.done("get_order_details", "{'order_id':'#D'}").path("status").asText())
          .isEqualTo("delivered");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "find_user_id_by_email | {'email':'ADA@example.org'}",
          "find_user_id_by_name_zip | {'first_name':'ada','last_name':'Byron','zip':'00001'}"
        })
    void findsAUserWhateverTheCase(String tool, String input) {
      assertThat(small.call(tool, input).text()).isEqualTo("ada");
    }

    @Test
    void refusesWhatNobodyHasSeen() {
      refuses("get_order_details", "{'order_id':'#Q'}", "order #Q was never seen");
      refuses("list_all_product_types", "{}", "never seen");
      refuses("find_user_id_by_email", "{'email':'bob@example.org'}", "never seen");
    }

    @ParameterizedTest
    @CsvSource({"2 + 3 * (4 - 1), 11.0", "-(1.005 + 1), -2.0", "10 / 4, 2.5", "3 - -1, 4.0"})
    void worksOutSums(String expression, String value) {
      assertThat(small.call("calculate", "{'expression':'%s'}".formatted(expression)).text())
          .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"2 +", "1 / 0", "(1", "1)", "two", "1.2.3", "''"})
    void refusesWhatIsNoSum(String expression) {
      refuses("calculate", "{'expression':'%s'}".formatted(expression), "has no value");
    }
  }

  @Nested
  class APendingOrder {
    @Test
    void isCancelledAndPaidBack() {
      small.put(Thing.order("#P"), SmallShop.order("#P", "pending", "gift_card_1"));

      JsonNode order =
          small.done("cancel_pending_order", "{'order_id':'#P','reason':'no longer needed'}");

      assertThat(order.path("status").asText()).isEqualTo("cancelled");
      assertThat(order.path("cancel_reason").asText()).isEqualTo("no longer needed");
      assertThat(order.at("/payment_history/1"))
          .isEqualTo(
              SmallShop.json(
                  "{'transaction_type':'refund','amount':20.0,'payment_method_id':'gift_card_1'}"));
      assertThat(balance()).isEqualTo(25.0);
    }

    @Test
    void isNotCancelledForAnotherReason() {
      assertThat(small.call("cancel_pending_order", "{'order_id':'#P','reason':'bored'}").text())
          .contains("reason", "bored");
    }

    @Test
    void getsOtherItemsAndTheDifferenceIsPaid() {
      JsonNode order =
          small.done(
              "modify_pending_order_items",
              "{'order_id':'#P','item_ids':['m1','m1'],'new_item_ids':['m2','m2'],'payment_method_id':'gift_card_1'}");

      assertThat(order.path("status").asText()).isEqualTo("pending (item modified)");
      assertThat(order.at("/items").findValuesAsText("item_id")).containsExactly("m2", "m2");
      assertThat(order.at("/items/0/options/color").asText()).isEqualTo("blue");
      assertThat(order.at("/payment_history/1/transaction_type").asText()).isEqualTo("payment");
      assertThat(order.at("/payment_history/1/amount").asDouble()).isEqualTo(5.0);
      assertThat(balance()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'m1' | | card_1 | as many new items",
          "'m1' | 'm1' | card_1 | another than the old one",
          "'m1' | 'm3' | card_1 | not available",
          "'m9' | 'm2' | card_1 | item m9 not found",
          "'m1','m1','m1' | 'm2','m2','m2' | card_1 | item m1 not found",
          "'m1' | 'm2' | card_9 | payment method not found"
        })
    void keepsItsItemsWhere(String items, @Nullable String others, String method, String why) {
      refuses(
          "modify_pending_order_items",
          "{'order_id':'#P','item_ids':[%s],'new_item_ids':[%s],'payment_method_id':'%s'}"
              .formatted(items, others == null ? "" : others, method),
          why);
    }

    @Test
    void isModifiedOnlyOnce() {
      small.put(Thing.order("#P"), SmallShop.order("#P", "pending (item modified)", "card_1"));

      refuses(
          "modify_pending_order_items",
          "{'order_id':'#P','item_ids':['m1'],'new_item_ids':['m2'],'payment_method_id':'card_1'}",
          "non-pending");
    }

    @Test
    void isPaidInAnotherWayIfThatCanPay() {
      refuses(
          "modify_pending_order_payment",
          "{'order_id':'#P','payment_method_id':'gift_card_1'}",
          "too low");
      refuses(
          "modify_pending_order_payment",
          "{'order_id':'#P','payment_method_id':'card_1'}",
          "already");
      small.put(Thing.order("#P"), SmallShop.order("#P", "pending", "gift_card_1"));

      JsonNode order =
          small.done(
              "modify_pending_order_payment", "{'order_id':'#P','payment_method_id':'card_1'}");

      assertThat(order.at("/payment_history").findValuesAsText("transaction_type"))
          .containsExactly("payment", "payment", "refund");
      assertThat(balance()).isEqualTo(25.0);
    }

    @Test
    void isSentElsewhere() {
      String address =
          "'address1':'2 New Road','address2':'','city':'York','state':'','country':'UK','zip':'2'";

      JsonNode order =
          small.done("modify_pending_order_address", "{'order_id':'#P',%s}".formatted(address));

      assertThat(order.path("address")).isEqualTo(SmallShop.json("{" + address + "}"));
      refuses(
          "modify_pending_order_address", "{'order_id':'#D',%s}".formatted(address), "non-pending");
    }
  }

  @Nested
  class ADeliveredOrder {
    @Test
    void isExchangedInPart() {
      JsonNode order =
          small.done(
              "exchange_delivered_order_items",
              "{'order_id':'#D','item_ids':['m1'],'new_item_ids':['m2'],'payment_method_id':'card_1'}");

      assertThat(order.path("status").asText()).isEqualTo("exchange requested");
      assertThat(order.path("exchange_items").get(0).asText()).isEqualTo("m1");
      assertThat(order.path("exchange_new_items").get(0).asText()).isEqualTo("m2");
      assertThat(order.path("exchange_payment_method_id").asText()).isEqualTo("card_1");
      assertThat(order.path("exchange_price_difference").asDouble()).isEqualTo(2.5);
      assertThat(order.at("/items/0/item_id").asText()).isEqualTo("m1");
    }

    @Test
    void isTakenBackInPart() {
      JsonNode order =
          small.done(
              "return_delivered_order_items",
              "{'order_id':'#D','item_ids':['m1','m1'],'payment_method_id':'gift_card_1'}");

      assertThat(order.path("status").asText()).isEqualTo("return requested");
      assertThat(order.path("return_items")).hasSize(2);
      assertThat(order.path("return_payment_method_id").asText()).isEqualTo("gift_card_1");
    }

    @Test
    void isPaidBackToNobodyElse() {
      small.put(Thing.order("#D"), SmallShop.order("#D", "delivered", "gift_card_1"));

      refuses(
          "return_delivered_order_items",
          "{'order_id':'#D','item_ids':['m1'],'payment_method_id':'card_1'}",
          "what paid for the order");
    }

    @Test
    void hasToHaveBeenDelivered() {
      String rest = "'item_ids':['m1'],'payment_method_id':'card_1'";
      refuses(
          "return_delivered_order_items", "{'order_id':'#P',%s}".formatted(rest), "non-delivered");
      refuses(
          "exchange_delivered_order_items",
          "{'order_id':'#P','new_item_ids':['m2'],%s}".formatted(rest),
          "non-delivered");
    }
  }

  @Test
  void aUserMoves() {
    JsonNode user =
        small.done(
            "modify_user_address",
            "{'user_id':'ada','address1':'2 New Road','address2':'','city':'York','state':'','country':'UK','zip':'2'}");

    assertThat(user.at("/address/city").asText()).isEqualTo("York");
    assertThat(user.path("email").asText()).isEqualTo("ada@example.org");
  }

  @Test
  void aPersonTakesOver() {
    assertThat(small.call("transfer_to_human_agents", "{'summary':'Angry.'}").text())
        .isEqualTo("Transfer successful");
  }
}
