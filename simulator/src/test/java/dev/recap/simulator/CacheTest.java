package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CacheTest extends ServedTest {
  private static final String LONG = "A sentence that is repeated until it is long. ".repeat(120);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));

  @Override
  SimulatorOptions options() {
    return SimulatorOptions.defaults().withClock(now::get);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** A request whose only message has those blocks; {@code *} in front marks a breakpoint. */
  private static ObjectNode blocks(String... texts) {
    ObjectNode body = Client.request("-");
    ArrayNode content = ((ObjectNode) Client.messages(body).get(0)).putArray("content");
    for (String text : texts) {
      boolean marked = text.startsWith("*");
      ObjectNode block = Client.text(marked ? text.substring(1) : text);
      if (marked) {
        block.putObject("cache_control").put("type", "ephemeral");
      }
      content.add(block);
    }
    return body;
  }

  private int[] usage(ObjectNode body) {
    JsonNode usage = client.message(body).path("usage");
    return new int[] {
      usage.path("input_tokens").asInt(),
      usage.path("cache_creation_input_tokens").asInt(),
      usage.path("cache_read_input_tokens").asInt()
    };
  }

  @Test
  void aBreakpointWritesThePrefixAndTheNextRequestReadsIt() {
    int[] first = usage(blocks("*" + LONG, "one"));
    int[] second = usage(blocks("*" + LONG, "another"));

    assertThat(first[1]).isGreaterThan(512);
    assertThat(first[2]).isZero();
    assertThat(second[1]).isZero();
    assertThat(second[2]).isEqualTo(first[1]);
    assertThat(second[0]).isEqualTo(new TokenCounter().count("another"));
  }

  @Test
  void theThreeCountsMakeUpTheWholePrompt() {
    ObjectNode body = blocks("*" + LONG, "one", "*two", "three");
    assertThat(usage(body)[0] + usage(body)[1] + usage(body)[2])
        .isEqualTo(new TokenCounter().countRequest(body));
  }

  @Test
  void aPrefixBelowTheMinimumIsNotCached() {
    usage(blocks("*short", "one"));
    assertThat(usage(blocks("*short", "one")))
        .containsExactly(new TokenCounter().countRequest(blocks("*short", "one")), 0, 0);
  }

  @Test
  void aGrownBlockIsAMiss() {
    usage(blocks("*" + LONG));
    assertThat(usage(blocks("*" + LONG + "And more."))[2]).isZero();
  }

  @Test
  void onlyTheTailBehindTheLastEntryIsWritten() {
    int[] first = usage(blocks("*" + LONG));
    int[] second = usage(blocks(LONG, "*appended words"));

    assertThat(second[2]).isEqualTo(first[1]);
    assertThat(second[1]).isEqualTo(new TokenCounter().count("appended words"));
  }

  @Test
  void anEntryMoreThanTwentyBlocksBackIsNotFound() {
    usage(blocks("*" + LONG));
    String[] near = new String[21];
    String[] far = new String[22];
    java.util.Arrays.fill(near, "x");
    java.util.Arrays.fill(far, "x");
    near[0] = LONG;
    far[0] = LONG;
    near[20] = "*end";
    far[21] = "*finish";

    assertThat(usage(blocks(far))[2]).isZero();
    assertThat(usage(blocks(near))[2]).isPositive();
  }

  @Test
  void anEntryLivesFiveMinutesAfterItsLastUse() {
    usage(blocks("*" + LONG));
    pass(Duration.ofMinutes(4));
    assertThat(usage(blocks("*" + LONG))[2]).as("refreshed").isPositive();
    pass(Duration.ofMinutes(4));
    assertThat(usage(blocks("*" + LONG))[2]).as("still there").isPositive();
    pass(Duration.ofMinutes(5));
    assertThat(usage(blocks("*" + LONG))[2]).as("gone").isZero();
  }

  @Test
  void anEntryForAnHourLivesAnHourAndIsCountedApart() {
    ObjectNode body = blocks("*" + LONG);
    ((ObjectNode) Client.messages(body).get(0).path("content").get(0).path("cache_control"))
        .put("ttl", "1h");
    JsonNode created = client.message(body).path("usage").path("cache_creation");
    assertThat(created.path("ephemeral_1h_input_tokens").asInt()).isPositive();
    assertThat(created.path("ephemeral_5m_input_tokens").asInt()).isZero();
    pass(Duration.ofMinutes(59));
    assertThat(usage(body)[2]).isPositive();
    pass(Duration.ofMinutes(60));
    assertThat(usage(body)[2]).isZero();
  }

  @Test
  void otherToolsChoiceOrThinkingAreAnotherPrefix() {
    ObjectNode body = blocks("*" + LONG);
    body.set("tools", DeskTask.tools());
    usage(body);
    assertThat(usage(body.deepCopy())[2]).isPositive();

    ObjectNode choice = body.deepCopy();
    choice.putObject("tool_choice").put("type", "none");
    assertThat(usage(choice)[2]).isZero();

    ObjectNode thinking = body.deepCopy();
    thinking.putObject("thinking").put("type", "adaptive");
    assertThat(usage(thinking)[2]).isZero();

    ObjectNode tools = body.deepCopy();
    ((ArrayNode) tools.path("tools")).remove(0);
    assertThat(usage(tools)[2]).isZero();
  }

  @Test
  void automaticCachingMarksTheLastBlock() {
    ObjectNode body = blocks(LONG, "end");
    body.putObject("cache_control").put("type", "ephemeral");
    int[] written = usage(body);
    assertThat(written[0]).isZero();
    assertThat(usage(body)[2]).isEqualTo(written[1]);
  }
}
