package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.wire.Thoughts.Mismatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges the thinking that comes back. A block is bound to what stands before it and to the block
 * of thinking before it; earlier blocks may be left out, whole, from the front on.
 */
public final class ThinkingSent {
  private static final String FORGED = ": Invalid `signature` in `thinking` block";
  private static final String CHANGED =
      ": `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be"
          + " modified. These blocks must remain as they were in the original response.";

  private final Model model;
  private final Thoughts thoughts;
  private final Terms terms;
  private final Prefix prefix;
  private final ObjectNode prompt = JsonNodeFactory.instance.objectNode();
  private final ArrayNode transformations = JsonNodeFactory.instance.arrayNode();
  private final int ignored;
  private final int newest;
  private String previous = "";

  /** {@code ignored}: how many messages were sent before these, which mean nothing any more. */
  ThinkingSent(ObjectNode body, Model model, Thoughts thoughts, Terms terms, int ignored) {
    this.ignored = ignored;
    this.model = model;
    this.thoughts = thoughts;
    this.terms = terms;
    this.prefix = new Prefix(body);
    JsonNode messages = body.path("messages");
    this.newest = last(messages, ThinkingSent::fromAssistant);
    checkNewest(messages);
    prompt.setAll(body);
    ArrayNode kept = prompt.putArray("messages");
    int finished =
        model.forgetsThinking()
            ? last(messages, one -> !fromAssistant(one) && !answersCalls(one))
            : 0;
    for (int i = 0; i < messages.size(); i++) {
      ArrayNode blocks = kept(messages, i, i < finished);
      if (!blocks.isEmpty()) {
        kept.addObject().put("role", messages.get(i).path("role").asText()).set("content", blocks);
      }
    }
  }

  /** The model that reads it. */
  public Model model() {
    return model;
  }

  /** The body without the thinking that the model is not shown. */
  ObjectNode prompt() {
    return prompt;
  }

  /** What the reply tells of blocks that met another prefix, if the request can be told. */
  public Optional<ArrayNode> transformations() {
    return terms.has(ThinkingRules.BINDING_BETA) ? Optional.of(transformations) : Optional.empty();
  }

  /** The reply with its thinking bound to what stands before it. */
  public Reply bind(Reply reply) {
    Prefix before = prefix.copy();
    String last = previous;
    int blocks = (int) Reply.blocks(reply.content()).filter(Prefix::isThinking).count();
    for (JsonNode block : reply.content()) {
      if (block instanceof ObjectNode thinking && Prefix.isThinking(block)) {
        int tokens = Seal.tokens(thinking).orElseThrow();
        String bound = model.binds() ? before.name() : "";
        var birth = new Seal.Birth(model.name(), blocks, bound, last);
        Seal seal = Seal.of(thinking.path("thinking").asText(), tokens, birth);
        thinking.put("signature", seal.sign());
        last = Seal.name(thinking);
      }
      before.add("assistant", block);
    }
    return reply;
  }

  /**
   * What a summary of these messages stands for, so that thinking of turns kept behind it stays
   * valid: what they are known by, and who spoke last.
   */
  public Seal.Birth summarized() {
    JsonNode messages = prompt.path("messages");
    String last = messages.path(messages.size() - 1).path("role").asText();
    return new Seal.Birth(model.name(), 0, model.binds() ? prefix.messages() : "", last);
  }

  /** Lets what stands behind a summary go on from what it stands for. */
  private void startBehind(JsonNode summary, String nextRole) {
    previous = "";
    prefix.startBehind(Signatures.digest(summary.path("content").asText()));
    Seal.read(summary.path("signature").asText())
        .map(Seal::birth)
        .filter(birth -> !birth.prefix().isEmpty() && !birth.previous().equals(nextRole))
        .ifPresent(birth -> prefix.startBehind(birth.prefix()));
  }

  private static boolean answersCalls(JsonNode message) {
    return message.at("/content/0/type").asText().equals("tool_result");
  }

  /** The last message of which that holds, or -1. */
  private static int last(JsonNode messages, Predicate<JsonNode> which) {
    int last = messages.size() - 1;
    while (last >= 0 && !which.test(messages.get(last))) {
      last--;
    }
    return last;
  }

  private static boolean fromAssistant(JsonNode message) {
    return message.path("role").asText().equals("assistant");
  }

  /** Thinking leaves the newest message of the assistant wholly or not at all. */
  private void checkNewest(JsonNode messages) {
    List<JsonNode> thinking =
        Reply.blocks(messages.path(newest).path("content")).filter(Prefix::isThinking).toList();
    boolean filtered =
        thinking.stream()
            .flatMap(block -> Seal.read(block.path("signature").asText()).stream())
            .anyMatch(seal -> seal.birth().blocks() > thinking.size());
    boolean stripped =
        thinking.isEmpty()
            && newest >= 0
            && answersCalls(messages.path(newest + 1))
            && thoughts.any()
            && model.binds()
            && terms.account().keepsOpenRounds();
    if (stripped || filtered) {
      throw ApiException.invalid("messages.%s.content.0%s", ignored + newest, CHANGED);
    }
  }

  private ArrayNode kept(JsonNode messages, int index, boolean finished) {
    JsonNode message = messages.get(index);
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int j = 0;
    for (JsonNode block : Reply.blocks(message.path("content")).toList()) {
      String path = "messages." + (ignored + index) + ".content." + j++;
      boolean thinking = block.path("type").asText().equals("thinking");
      if (!thinking || (stays(block, path, index == newest) && !finished)) {
        kept.add(block);
      }
      if (block.path("type").asText().equals(CompactionRules.BLOCK)) {
        boolean alone = message.path("content").size() == 1;
        JsonNode next = alone ? messages.path(index + 1) : message;
        startBehind(block, next.path("role").asText());
      } else if (model.binds()) {
        prefix.add(message.path("role").asText(), block);
      }
    }
    return kept;
  }

  private boolean stays(JsonNode block, String path, boolean inNewest) {
    Optional<Seal> seal = Seal.read(block.path("signature").asText());
    String text = Signatures.digest(block.path("thinking").asText());
    boolean edited = seal.isPresent() && !seal.get().text().equals(text);
    if (seal.isEmpty() || edited) {
      throw ApiException.invalid(path + (edited && inNewest ? CHANGED : FORGED));
    }
    Seal.Birth birth = seal.get().birth();
    if (model.known()
        && !birth.model().equals(model.name())
        && !model.reads(Model.of(birth.model()))) {
      return told(path, "thinking_dropped", "model_binding_mismatch", false);
    }
    boolean bound = model.binds() && !birth.prefix().isEmpty();
    boolean fits = previous.isEmpty() || previous.equals(birth.previous());
    if (bound && !(fits && birth.prefix().equals(prefix.name())) && !tolerated(path)) {
      return false;
    }
    previous = Seal.name(block);
    return true;
  }

  private boolean told(String path, String type, String reason, boolean stays) {
    transformations.addObject().put("type", type).put("path", path).put("reason", reason);
    return stays;
  }

  /** What becomes of a block behind another prefix. */
  private boolean tolerated(String path) {
    String reason = "prefix_binding_mismatch";
    boolean enforced =
        model.binding() == Model.Binding.ALL_ACCOUNTS || terms.account().bindsThinking();
    if (thoughts.mismatch() == Mismatch.DROP_BLOCK) {
      return told(path, "thinking_dropped", reason, false);
    }
    if (thoughts.mismatch() == Mismatch.UNSAID && !enforced) {
      return told(path, "thinking_mismatch_allowed", reason, true);
    }
    String header =
        terms.has(ThinkingRules.BINDING_BETA)
            ? ""
            : " That setting requires the `%s` value in the `anthropic-beta` header."
                .formatted(ThinkingRules.BINDING_BETA);
    throw ApiException.invalid(
        "%s%s. The block is bound to a different conversation. Remove the block, or set"
            + " `thinking.block_binding.prefix_mismatch_behavior` to \"drop_block\".%s",
        path, FORGED, header);
  }
}
