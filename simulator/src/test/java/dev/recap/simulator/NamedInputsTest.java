package dev.recap.simulator;

import static dev.recap.simulator.NamedTools.answer;
import static dev.recap.simulator.NamedTools.calls;
import static dev.recap.simulator.NamedTools.reply;
import static dev.recap.simulator.NamedTools.request;
import static dev.recap.simulator.NamedTools.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the input of a call comes from that the user named. */
class NamedInputsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as JSON             | Call book_van {"city": "Bern", "days": 9, "size": "huge"} | {"city":"Bern","days":9,"size":"huge"}
          as JSON in Markdown | Call `book_van` with the arguments `{"city":"Ulm"}`        | {"city":"Ulm"}
          by the fields' names| book_van with city: Rome, days 3, size large              | {"city":"Rome","days":3,"size":"large"}
          from one quotation  | book_van for "Le Havre", 4 of them, a large one           | {"city":"Le Havre","days":4,"size":"large"}
          optional if named   | book_van with city Rome and note "back door"              | {"city":"Rome","days":2,"size":"small","note":"back door"}
          from the schema     | book_van                                                  | {"city":"example","days":2,"size":"small"}
          """)
  void comesFromTheWordsAndElseFromTheSchema(String how, String words, String input) {
    assertThat(calls(reply(request(words)))).as(how).containsExactly("book_van " + input);
  }

  @Test
  void takesAFieldFromAnEarlierResultThatHasItByName() {
    ObjectNode body = request("Call ping, then track_parcel.");
    answer(body, reply(body), "{\"list\":[{\"parcel\":\"P-81\"}]}", false);
    assertThat(calls(reply(body))).containsExactly("track_parcel {\"parcel\":\"P-81\"}");
  }

  @Test
  void thatCannotBeReadIsToldBeforeAnythingIsCalled() {
    JsonNode reply = reply(request("Call ping, then track_parcel {parcel: P-1}."));
    assertThat(calls(reply)).isEmpty();
    assertThat(text(reply)).contains("the JSON behind track_parcel cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"const":7}                                             | 7
          {"type":"string","default":"a"}                         | "a"
          {"type":"string","examples":["b","c"]}                  | "b"
          {"type":["null","boolean"]}                             | false
          {"anyOf":[{"type":"null"},{"type":"integer"}]}          | 1
          {"$ref":"#/$defs/side"}                                 | "left"
          {"type":"integer","exclusiveMinimum":4,"multipleOf":3}  | 6
          {"type":"number","maximum":-2}                          | -2
          {"type":"string","format":"date"}                       | "2026-01-01"
          {"type":"string","minLength":9}                         | "examplexx"
          {"type":"string","maxLength":2}                         | "ex"
          {"type":"array","minItems":2,"items":{"enum":["u"]}}    | ["u","u"]
          {"type":"array","minItems":999999999,"items":{"const":1}} | [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]
          {"type":"object","required":["k"],"properties":{"k":{"type":"object"}}} | {"k":{}}
          {"$ref":"#/$defs/loop"}                                 | "example"
          """)
  void isMadeOfWhatTheSchemaSays(String schema, String value) {
    ObjectNode body = Client.request("Call make.");
    ObjectNode tool = body.putArray("tools").addObject().put("name", "make");
    ObjectNode whole = tool.putObject("input_schema").put("type", "object");
    whole.putObject("properties").set("it", Client.read(schema));
    whole.putArray("required").add("it");
    whole.putObject("$defs").putObject("side").putArray("enum").add("left");
    whole.withObject("$defs").putObject("loop").put("$ref", "#/$defs/loop");
    assertThat(calls(reply(body))).containsExactly("make {\"it\":" + value + "}");
  }
}
