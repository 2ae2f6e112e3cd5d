package dev.recap.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Message;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ToolSpec;
import dev.recap.simulator.CacheRules;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.cache.PromptCache;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PrefixCacheTest {
  private static final CacheRules RULES = CacheRules.defaults();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request as the server would read it. */
  private static ObjectNode wire(ModelRequest request) {
    ObjectNode body = JSON.createObjectNode().put("model", "m");
    ArrayNode tools = body.putArray("tools");
    request.tools().forEach(tool -> tools.add(BlockCounts.json(tool)));
    mark(
        body.putArray("system")
            .addObject()
            .put("type", "text")
            .put("text", request.instructions()));
    ArrayNode messages = body.putArray("messages");
    for (int i = 0; i < request.messages().size(); i++) {
      Message message = request.messages().get(i);
      String role = message.role().name().toLowerCase(Locale.ROOT);
      ArrayNode content = messages.addObject().put("role", role).putArray("content");
      for (int j = 0; j < message.content().size(); j++) {
        ObjectNode block = (ObjectNode) BlockCounts.json(message.content().get(j));
        content.add(request.breakpoints().contains(new Breakpoint(i, j)) ? mark(block) : block);
      }
    }
    return body;
  }

  private static ObjectNode mark(ObjectNode block) {
    block.putObject("cache_control").put("type", "ephemeral");
    return block;
  }

  private static List<ModelRequest> requests(PeerPolicy peer) {
    var trace = new TraceText("long").user("Go on.");
    for (int i = 0; i < 30; i++) {
      trace.call("get_part", "part-" + i, "a part of a thing ".repeat(20) + i);
    }
    ReplayBench bench = ReplayBench.of(trace.run(), 4, new BlockCounts());
    List<ModelRequest> requests = new ArrayList<>();
    new Replay(bench)
        .exchanges()
        .forEach(e ->
            requests.add(
                Replay.request(peer.shortened(e.whole().messages()), bench.frame(List.of()))));
    return requests;
  }

  private static List<Usage> byTheServer(List<ModelRequest> requests) {
    var cache = new PromptCache(RULES, new TokenCounter(), InstantSource.fixed(Instant.EPOCH));
    return requests.stream()
        .map(request -> cache.account(wire(request)))
        .map(u -> new Usage(u.input(), u.cacheRead(), u.write5m(), 0))
        .toList();
  }

  private static List<Usage> byUs(List<ModelRequest> requests) {
    var counts = new BlockCounts();
    List<ToolSpec> tools = requests.getFirst().tools();
    long fixed = counts.fixed(requests.getFirst().instructions(), tools);
    var cache = new PrefixCache(RULES, counts, fixed);
    return requests.stream().map(request -> cache.account(request, 0)).toList();
  }

  @Test
  void agreesWithTheServerWhereRequestsOnlyAppend() {
    List<ModelRequest> requests = requests(new PeerPolicy.Whole());

    assertThat(byUs(requests)).isEqualTo(byTheServer(requests));
    assertThat(byUs(requests).getLast().cacheReadTokens()).isPositive();
  }

  @Test
  void agreesWithTheServerWhereAWindowMoves() {
    List<ModelRequest> requests = requests(new PeerPolicy.LastTurns(5));

    assertThat(byUs(requests)).isEqualTo(byTheServer(requests));
  }
}
