package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.scenario.WireJson;
import dev.recap.tool.CallContext;
import java.util.List;

/** The six parts of an address, as tools take them and the books have them. */
final class PostalAddress {
  private static final List<String> PARTS =
      List.of("address1", "address2", "city", "country", "state", "zip");

  private PostalAddress() {}

  /** That which a call names. */
  static ObjectNode of(CallContext call) {
    JsonNode arguments = WireJson.read(call.arguments());
    ObjectNode address = JsonNodeFactory.instance.objectNode();
    PARTS.forEach(part -> address.set(part, arguments.path(part)));
    return address;
  }
}
