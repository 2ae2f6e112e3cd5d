package dev.recap.lab.retail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.ToolCall;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An invented shop with one user, two orders and one product, and its tools. */
final class SmallShop {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final String USER =
      """
      {"user_id":"ada","name":{"first_name":"Ada","last_name":"Byron"},
       "address":{"address1":"1 Old Road","address2":"","city":"Bath","country":"UK","state":"",
                  "zip":"00001"},
       "email":"ada@example.org","orders":["#P","#D"],
       "payment_methods":{"card_1":{"source":"credit_card","id":"card_1"},
                          "gift_card_1":{"source":"gift_card","id":"gift_card_1","balance":5.0}}}
      """;
  static final String PRODUCT =
      """
      {"name":"Mug","product_id":"mug","variants":{
        "m1":{"item_id":"m1","options":{"color":"red"},"available":true,"price":10.0},
        "m2":{"item_id":"m2","options":{"color":"blue"},"available":true,"price":12.5},
        "m3":{"item_id":"m3","options":{"color":"green"},"available":false,"price":9.0}}}
      """;

  static String order(String id, String status, String paidBy) {
    return """
    {"order_id":"%s","user_id":"ada","address":{"zip":"00001"},
     "items":[{"name":"Mug","product_id":"mug","item_id":"m1","price":10.0,
               "options":{"color":"red"}},
              {"name":"Mug","product_id":"mug","item_id":"m1","price":10.0,
               "options":{"color":"red"}}],
     "status":"%s","payment_history":[
       {"transaction_type":"payment","amount":20.0,"payment_method_id":"%s"}]}
    """
        .formatted(id, status, paidBy);
  }

  final Shop shop = new Shop();
  final Tools tools =
      Tools.of(
          ShopTools.of(
              new ShopClerk(shop, new RetailTrace("t", "nobody", "", List.of(), Map.of()))));

  SmallShop() {
    put(Thing.user("ada"), USER);
    put(Thing.product("mug"), PRODUCT);
    put(Thing.order("#P"), order("#P", "pending", "card_1"));
    put(Thing.order("#D"), order("#D", "delivered", "card_1"));
  }

  void put(Thing thing, String json) {
    shop.put(new Shown(thing, json(json), false));
  }

  /** What one call is answered with, without an agent around it. */
  ToolAnswer call(String tool, String input) {
    List<ToolAnswer> answers = new ArrayList<>();
    CheckedCall checked = tools.check(new ToolCall("c1", tool, input.replace('\'', '"')));
    var canonical = new ToolCall("c1", tool, checked.arguments());
    var context = CallContext.of("run", new IdempotencyKey("key"), canonical);
    tools.runAll(List.of(new Toolbox.PreparedCall(checked, context)), answers::add);
    return answers.getFirst();
  }

  /** The same of a call that is carried out. */
  JsonNode done(String tool, String input) {
    ToolAnswer answer = call(tool, input);
    if (answer.outcome() != Outcome.CONFIRMED) {
      throw new AssertionError(answer.text());
    }
    return json(answer.text());
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
