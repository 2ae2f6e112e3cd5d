package dev.recap.agent;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Wanted;
import dev.recap.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Thinks before every reply of a script, and refuses its thinking wherever anything before it is
 * not what it was, as the providers do who bind it. It keeps nothing: what a block was bound to
 * stands in its signature.
 */
final class ThoughtfulModel implements Model {
  static final int THINKING_TOKENS = 300;

  /** Every request that was answered, as it was sent. */
  final List<ModelRequest> answered = new ArrayList<>();

  /** What was refused. */
  final List<Category> refusals = new ArrayList<>();

  /** Whether the newest reply has to come back with its thinking while its calls are answered. */
  boolean wantsOpenRound;

  /** Whether, from here on, it takes no thinking that it has signed, for no reason. */
  boolean distrusts;

  /** Whether it writes summaries of its own. */
  boolean compacts;

  /** The requests for one. */
  final List<ModelRequest> compacted = new ArrayList<>();

  /** What it answers instead of a summary; null for a good one. */
  @Nullable Function<ModelRequest, ModelReply> instead;

  /** What the summaries cover that it has written, by their blocks. */
  private final Map<Block, List<Block>> covered = new HashMap<>();

  private final ScriptedModel script;
  private final ModelProfile profile;
  private int thoughts;

  ThoughtfulModel(ScriptedModel script) {
    this.script = script;
    this.profile =
        new ModelProfile("thoughtful", 200_000, 0, null)
            .thinking(Thinking.BOUND)
            .maxOutputTokens(8_000);
  }

  @Override
  public ModelProfile profile() {
    return compacts ? profile.compacting() : profile;
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    check(request);
    distrusts = false;
    if (request.wanted() == Wanted.SUMMARY_BLOCK) {
      compacted.add(request);
      return instead == null ? summary(request) : instead.apply(request);
    }
    ModelReply reply = script.ask(request);
    answered.add(request);
    List<Block> content = new ArrayList<>();
    content.add(thought(hash(request, before(request.messages(), request.messages().size(), 0))));
    content.addAll(reply.content());
    Usage told = reply.usage();
    var usage =
        new Usage(
            told.inputTokens(), 0, 0, THINKING_TOKENS, new Usage.Details(0, THINKING_TOKENS, null));
    return new ModelReply(content, reply.stopReason(), usage, reply.requestId());
  }

  private ModelReply summary(ModelRequest request) {
    var block =
        new Opaque(
            "compaction",
            "{\"type\":\"compaction\",\"signature\":\"%d\"}".formatted(covered.size()));
    covered.put(block, before(request.messages(), request.messages().size(), 0));
    var spent = new Usage(1_000, 0, 0, 70);
    return new ModelReply(
        List.of(block),
        StopReason.END_TURN,
        new Usage(0, 0, 0, 0, new Usage.Details(0, 0, spent)),
        "");
  }

  private void check(ModelRequest request) {
    if (wantsOpenRound && openRoundIsStripped(request.messages())) {
      throw refused(Category.MISSING_THINKING);
    }
    for (int i = 0; i < request.messages().size(); i++) {
      List<Block> content = request.messages().get(i).content();
      for (int j = 0; j < content.size(); j++) {
        if (isThinking(content.get(j)) && !request.dropsStaleThinking()) {
          String now = hash(request, before(request.messages(), i, j));
          if (distrusts || !((Opaque) content.get(j)).json().contains("\"" + now + "\"")) {
            throw refused(Category.STALE_THINKING);
          }
        }
      }
    }
  }

  private ModelException refused(Category category) {
    refusals.add(category);
    return new ModelException(category, "the block is bound elsewhere", null, null);
  }

  private static boolean openRoundIsStripped(List<Message> messages) {
    return messages.size() > 1
        && !messages.getLast().results().isEmpty()
        && messages.get(messages.size() - 2).content().stream()
            .noneMatch(ThoughtfulModel::isThinking);
  }

  /** Everything before a place but thinking: what leaves from the front is not missed. */
  private List<Block> before(List<Message> messages, int message, int block) {
    List<Block> before = new ArrayList<>();
    for (int i = 0; i <= message && i < messages.size(); i++) {
      List<Block> content = messages.get(i).content();
      content.subList(0, i < message ? content.size() : block).stream()
          .filter(one -> !isThinking(one))
          .forEach(one -> before.addAll(covered.getOrDefault(one, List.of(one))));
    }
    return before;
  }

  private static String hash(ModelRequest request, List<Block> before) {
    return Integer.toHexString(Objects.hash(request.instructions(), request.tools(), before));
  }

  private Opaque thought(String signature) {
    thoughts++;
    return new Opaque(
        "thinking",
        "{\"type\":\"thinking\",\"thinking\":\"%d\",\"signature\":\"%s\"}"
            .formatted(thoughts, signature));
  }

  static boolean isThinking(Block block) {
    return block instanceof Opaque opaque && opaque.isThinking();
  }

  /** All thinking of a request, in order. */
  static List<Block> thinkingIn(ModelRequest request) {
    return request.messages().stream()
        .flatMap(message -> message.content().stream())
        .filter(ThoughtfulModel::isThinking)
        .toList();
  }
}
