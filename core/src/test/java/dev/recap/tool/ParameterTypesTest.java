package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.tool.schema.CanonicalJson;
import dev.recap.work.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schema and binding agree, type by type. */
class ParameterTypesTest {
  private static final Tools TOOLS =
      Tools.of(new TakesValues(), new TakesTimes(), new TakesStructures());

  private static final String LINE =
      "{'type':'object','properties':{'sku':{'type':'string'},'count':{'type':'integer'},"
          + "'note':{'type':'string'}},'required':['sku','count'],'additionalProperties':false}";

  private static JsonNode json(String text) {
    return CanonicalJson.read(text.replace('\'', '"').replace("LINE", LINE.replace('\'', '"')));
  }

  private static ToolAnswer run(String tool, String value) {
    return TOOLS
        .runAll(List.of(Fixture.prepared(TOOLS, tool, "{'value':%s}".formatted(value))))
        .getFirst();
  }

  private static String complaint(String tool, String value) {
    return Fixture.complaint(TOOLS, Fixture.call(tool, "{'value':%s}".formatted(value))).orElse("");
  }

  /** The tool, the schema of its parameter, a value that fits, and one that does not. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          text ¦ {'type':'string'} ¦ 'a' ¦ 5
          character ¦ {'type':'string','minLength':1,'maxLength':1} ¦ 'a' ¦ 'ab'
          flag ¦ {'type':'boolean'} ¦ true ¦ 'true'
          one_byte ¦ {'type':'integer','minimum':-128,'maximum':127} ¦ -128 ¦ 128
          whole ¦ {'type':'integer'} ¦ 2147483647 ¦ 2147483648
          longer ¦ {'type':'integer'} ¦ -9223372036854775808 ¦ 9223372036854775808
          big ¦ {'type':'integer'} ¦ 98765432109876543210 ¦ 1e1000000
          share ¦ {'type':'number'} ¦ 1.5 ¦ 1e309
          amount ¦ {'type':'number'} ¦ 12345678901234567890.5 ¦ '1.5'
          team ¦ {'type':'string','enum':['billing-team','TECH']} ¦ 'billing-team' ¦ 'BILLING'
          level ¦ {'type':'integer','enum':[1,2]} ¦ 2 ¦ 0
          weekday ¦ {'type':'string','enum':['MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY']} ¦ 'MONDAY' ¦ 'monday'
          bytes ¦ {'type':'string','contentEncoding':'base64'} ¦ 'AQID' ¦ 'A*'
          ints ¦ {'type':'array','items':{'type':'integer'}} ¦ [1,2] ¦ [1,null]
          words ¦ {'type':'array','items':{'type':'string'}} ¦ ['a','b'] ¦ 'a'
          matrix ¦ {'type':'array','items':{'type':'array','items':{'type':'number'}}} ¦ [[1.5],[]] ¦ [1.5]
          lines ¦ {'type':'array','items':LINE} ¦ [{'sku':'a','count':1,'note':null}] ¦ [{'sku':'a'}]
          some ¦ {'type':'array','items':{'type':'number'}} ¦ [1,2.5] ¦ ['1']
          teams ¦ {'type':'array','items':{'type':'string','enum':['billing-team','TECH']},'uniqueItems':true} ¦ ['TECH'] ¦ ['TECH','TECH']
          raw_list ¦ {'type':'array','items':{}} ¦ [1,'a',null] ¦ {}
          map ¦ {'type':'object','additionalProperties':{'type':'integer'}} ¦ {'a':1} ¦ {'a':'1'}
          by_team ¦ {'type':'object','properties':{'billing-team':{'type':'array','items':{'type':'string'}},'TECH':{'type':'array','items':{'type':'string'}}},'additionalProperties':false} ¦ {'billing-team':['a']} ¦ {'BILLING':['a']}
          by_number ¦ {'type':'object','propertyNames':{'pattern':'^(0|-?[1-9][0-9]{0,8})$'},'additionalProperties':{'type':'string'}} ¦ {'7':'a'} ¦ {'seven':'a'}
          by_day ¦ {'type':'object','propertyNames':{'type':'string','format':'date'},'additionalProperties':LINE} ¦ {'2026-11-28':{'sku':'a','count':1}} ¦ {'2026-11-31':{'sku':'a','count':1}}
          anything ¦ {'type':'object','additionalProperties':{}} ¦ {'a':{'b':[1,null]}} ¦ []
          object ¦ {} ¦ 'a' ¦ null
          node ¦ {} ¦ [1] ¦ null
          object_node ¦ {'type':'object'} ¦ {'a':null} ¦ []
          array_node ¦ {'type':'array'} ¦ [null] ¦ {}
          order ¦ {'type':'object','properties':{'id':{'type':'string','format':'uuid'},'lines':{'type':'array','items':LINE},'shares':{'type':'object','properties':{'billing-team':{'type':'integer'},'TECH':{'type':'integer'}},'additionalProperties':false},'priority':{'type':'integer'},'due_on':{'type':'string','format':'date'}},'required':['id','lines','shares'],'additionalProperties':false} ¦ {'id':'123e4567-e89b-42d3-a456-426614174000','lines':[],'shares':{'TECH':1},'priority':3,'due_on':'2026-11-28'} ¦ {'id':'123e4567-e89b-42d3-a456-426614174000','lines':[],'shares':{},'dueOn':'2026-11-28'}
          tree ¦ {'$ref':'#/$defs/Tree'} ¦ {'name':'a','children':[{'name':'b','children':[]}]} ¦ {'name':'a','children':[{'name':'b'}]}
          page ¦ {'type':'object','properties':{'items':{'type':'array','items':LINE},'number':{'type':'integer'}},'required':['items','number'],'additionalProperties':false} ¦ {'items':[{'sku':'a','count':1}],'number':1} ¦ {'items':[1],'number':1}
          money ¦ {'type':'string'} ¦ '10 EUR' ¦ '10'
          range ¦ {'type':'object','properties':{'from':{'type':'integer'},'to':{'type':'integer'}},'required':['from','to'],'additionalProperties':false} ¦ {'from':1,'to':2} ¦ {'from':1}
          filter ¦ {'type':'object','properties':{'word':{'type':'string'},'limit':{'type':'integer'}},'additionalProperties':false} ¦ {'word':'a','limit':1} ¦ {'limit':'1'}
          date ¦ {'type':'string','format':'date'} ¦ '2026-02-28' ¦ '2026-02-30'
          instant ¦ {'type':'string','format':'date-time'} ¦ '2026-11-28T10:00:00Z' ¦ '2026-11-28'
          offset ¦ {'type':'string','format':'date-time'} ¦ '2026-11-28T10:00:00+02:00' ¦ 1764324000
          zoned ¦ {'type':'string','format':'date-time'} ¦ '2026-11-28T10:00:00+02:00' ¦ 'now'
          local ¦ {'type':'string','format':'date-time-local'} ¦ '2026-11-28T10:00:00' ¦ '2026-11-28T10:00:00+02:00'
          time ¦ {'type':'string','format':'time-local'} ¦ '10:00:00' ¦ '25:00'
          duration ¦ {'type':'string','format':'duration'} ¦ 'PT36H' ¦ 'P1Y'
          period ¦ {'type':'string','format':'duration'} ¦ 'P1Y2M' ¦ 'PT1H'
          month ¦ {'type':'string','pattern':'^[0-9]{4}-(0[1-9]|1[0-2])$'} ¦ '2026-11' ¦ '2026-13'
          zone ¦ {'type':'string','format':'time-zone'} ¦ 'Europe/Berlin' ¦ 'Berlin'
          currency ¦ {'type':'string','format':'currency'} ¦ 'EUR' ¦ 'euro'
          language ¦ {'type':'string','pattern':'^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'} ¦ 'de-DE' ¦ ' '
          uuid ¦ {'type':'string','format':'uuid'} ¦ '123e4567-e89b-42d3-a456-426614174000' ¦ '123'
          uri ¦ {'type':'string','format':'uri'} ¦ 'urn:isbn:1' ¦ 'a b'
          url ¦ {'type':'string','format':'uri','pattern':'^https?://'} ¦ 'https://example.org/' ¦ 'file:///etc/passwd'
          maybe ¦ LINE ¦ {'sku':'a','count':1} ¦ {'sku':'a','count':1.5}
          maybe_int ¦ {'type':'integer'} ¦ 5 ¦ 5.5
          maybe_long ¦ {'type':'integer'} ¦ 5000000000 ¦ '5'
          maybe_double ¦ {'type':'number'} ¦ 5.5 ¦ '5.5'
          """)
  void agrees(String tool, String schema, String fits, String doesNot) {
    JsonNode told =
        TOOLS.specs().stream()
            .filter(spec -> spec.name().equals(tool))
            .map(spec -> CanonicalJson.read(spec.inputSchema()).at("/properties/value"))
            .findFirst()
            .orElseThrow();
    assertThat(told).isEqualTo(json(schema));

    assertThat(complaint(tool, fits)).isEmpty();
    ToolAnswer answer = run(tool, fits);
    assertThat(answer.outcome()).as(answer.text()).isEqualTo(Outcome.CONFIRMED);
    assertThat(given(answer.text())).isEqualTo(given(fits.replace(",'note':null", "")));

    assertThat(complaint(tool, doesNot)).startsWith(tool + " was not called: ");
    assertThat(run(tool, doesNot).outcome()).isEqualTo(Outcome.FAILED);
  }

  /** What the tool got, without the optionals that it writes as null. */
  private static JsonNode given(String text) {
    JsonNode got = json(text.replaceAll(",\"note\":null", ""));
    return CanonicalJson.read(CanonicalJson.write(got.has("got") ? got.get("got") : got));
  }

  @Test
  void aTypeThatContainsItselfIsDescribedOnce() {
    JsonNode schema =
        TOOLS.specs().stream()
            .filter(spec -> spec.name().equals("tree"))
            .map(spec -> CanonicalJson.read(spec.inputSchema()))
            .findFirst()
            .orElseThrow();

    assertThat(schema.at("/$defs/Tree/properties/children"))
        .isEqualTo(json("{'type':'array','items':{'$ref':'#/$defs/Tree'}}"));
  }

  @Test
  void theVariantsOfASealedTypeAreToldApartByTheirNames() {
    assertThat(complaint("payment", "{'type':'Card','number':'1'}")).isEmpty();
    assertThat(run("payment", "{'type':'Transfer','iban':'DE1','note':null}").text())
        .isEqualTo("{\"iban\":\"DE1\",\"note\":null}");
    assertThat(complaint("payment", "{'number':'1'}")).contains("required property 'type'");
    assertThat(complaint("payment", "{'type':'Card','iban':'DE1'}")).contains("iban");
    assertThat(complaint("payment", "{'type':'java.lang.Runtime'}")).contains("type");
  }

  @Test
  void theVariantsThatAnAnnotationNamesAreToldApartByIt() {
    assertThat(run("shapes", "[{'kind':'circle','radius':1.5},{'side':2,'kind':'square'}]").text())
        .isEqualTo("[\"Circle[radius=1.5]\",\"Square[side=2]\"]");
    assertThat(complaint("shapes", "[{'kind':'square','radius':1.5}]")).contains("value.0");
  }

  @Test
  void aNullForAnOptionalIsAbsentAtAnyDepth() {
    assertThat(complaint("maybe", "null")).isEmpty();
    assertThat(run("maybe", "null").text()).isEqualTo("done");
    assertThat(run("maybe_int", "null").text()).startsWith("nothing");
    assertThat(run("tree", "{'name':'a','children':null}").text()).contains("value.children");
    assertThat(run("filter", "{'word':null,'limit':null}").text())
        .isEqualTo("{\"word\":\"\",\"limit\":10}");
    String order =
        "{'id':'123e4567-e89b-42d3-a456-426614174000','lines':[{'sku':'a','count':1,'note':null}],"
            + "'shares':{'TECH':null},'priority':null,'due_on':null}";
    assertThat(complaint("order", order)).isEmpty();
    assertThat(run("order", order).outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void anAuthorsOwnWordsSayWhatAConstructorRefuses() {
    assertThat(complaint("money", "'ten'"))
        .isEqualTo(
            "money was not called: value was \"ten\", which was refused: money is such as '10 EUR'");
    assertThat(complaint("date", "'2026-02-30'"))
        .isEqualTo("date was not called: value was \"2026-02-30\", which is no LocalDate");
  }

  /** 5.0 is a whole number to a schema, so it is one to the tool. */
  @Test
  void aNumberIsItsValueHoweverItIsWritten() {
    assertThat(run("whole", "5.0").text()).isEqualTo("5");
    assertThat(run("whole", "5e0").text()).isEqualTo("5");
    assertThat(run("longer", "1.2e3").text()).isEqualTo("1200");
  }
}
