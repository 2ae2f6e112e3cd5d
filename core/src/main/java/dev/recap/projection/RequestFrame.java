package dev.recap.projection;

import dev.recap.bytes.Digest;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ModelRequest.Wanted;
import dev.recap.model.ToolSpec;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every request of a conversation has in common, so that its prefix stays cached.
 *
 * @param options how the model is asked
 * @param recallTool the name of the tool that returns what has left the view; empty where there is
 *     none
 */
public record RequestFrame(
    String instructions,
    List<ToolSpec> tools,
    int maxOutputTokens,
    ModelOptions options,
    String recallTool) {
  public RequestFrame {
    tools = List.copyOf(tools);
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException(
          "maxOutputTokens is at least 1, but was " + maxOutputTokens);
    }
  }

  /** Where how the model is asked is left to its provider. */
  public RequestFrame(
      String instructions, List<ToolSpec> tools, int maxOutputTokens, String recallTool) {
    this(instructions, tools, maxOutputTokens, ModelOptions.NONE, recallTool);
  }

  /**
   * What thinking is bound to, in a few letters: another one means that earlier thinking cannot be
   * sent any more.
   */
  public String fingerprint(ModelProfile model) {
    List<Object> all = new ArrayList<>(List.of(model.name()));
    if (model.thinking() == Thinking.BOUND) {
      all.addAll(List.of(instructions, tools, Optional.ofNullable(options.thinking())));
    }
    return Digest.of(all.toString());
  }

  /** Estimated tokens of tools and instructions. */
  public long tokens() {
    long sum = TokenEstimate.of(instructions);
    for (ToolSpec tool : tools) {
      sum +=
          TokenEstimate.of(tool.name())
              + TokenEstimate.of(tool.description())
              + TokenEstimate.of(tool.inputSchema())
              + TokenEstimate.BLOCK_OVERHEAD;
    }
    return sum;
  }

  /** The next request. */
  public ModelRequest request(View view) {
    return request(view, maxOutputTokens);
  }

  /** The next request with another limit of the reply. */
  public ModelRequest request(View view, int outputTokens) {
    return request(view.messages(), view, options, outputTokens, Wanted.REPLY);
  }

  private ModelRequest request(
      List<Message> messages, View view, ModelOptions asked, Wanted wanted) {
    return request(messages, view, asked, maxOutputTokens, wanted);
  }

  /**
   * The same request up to a cut, with one more text block at its end. All that thinking and cache
   * hang on is as it was; only a call that would be forced is not.
   *
   * @param staying turns behind the cut
   * @param instruction null for the provider's own summary, which nothing asks for
   */
  public ModelRequest summaryRequest(
      View view, Set<Integer> staying, @Nullable String instruction) {
    List<Segment> shown = new ArrayList<>();
    for (Segment segment : view.tail()) {
      if (segment instanceof TurnSegment turn && staying.contains(turn.number())) {
        break;
      }
      shown.add(segment);
    }
    int newest = Tail.lastTurn(shown);
    if (view.wantsNewest() && newest >= 0) {
      shown.set(newest, ((TurnSegment) shown.get(newest)).withStaleThinking());
    }
    ModelOptions unforced =
        options.forcesCalls() ? options.toolChoice(ModelOptions.ToolChoice.AUTO) : options;
    if (instruction == null) {
      ModelOptions plain = unforced.stopSequences(new String[0]);
      return request(Rendering.of(view.head(), shown), view, plain, Wanted.SUMMARY_BLOCK);
    }
    shown.add(UserSegment.of(instruction, List.of()));
    return request(Rendering.of(view.head(), shown), view, unforced, Wanted.REPLY);
  }

  private ModelRequest request(
      List<Message> messages, View view, ModelOptions asked, int outputTokens, Wanted wanted) {
    return new ModelRequest(
        instructions,
        tools,
        messages,
        breakpoints(messages, view.head()),
        outputTokens,
        asked,
        wanted,
        view.dropsStaleThinking());
  }

  /** The last closed line, the end of the previous request, and the last block. */
  private static Set<Breakpoint> breakpoints(List<Message> messages, List<HeadBlock> head) {
    Set<Breakpoint> at = new LinkedHashSet<>();
    if (messages.getFirst().role() == Role.USER) {
      at.add(new Breakpoint(0, lastClosedLine(head)));
    }
    int last = messages.size() - 1;
    int previous = messages.get(last).role() == Role.USER ? last - 2 : last - 1;
    if (previous >= 0) {
      at.add(endOf(messages, previous));
    }
    at.add(endOf(messages, last));
    return at;
  }

  private static int lastClosedLine(List<HeadBlock> head) {
    int last = 0;
    for (int i = 0; i < head.size(); i++) {
      Kind kind = head.get(i).kind();
      if (kind == Kind.TASK || kind == Kind.ROLL_UP || kind == Kind.CLOSED) {
        last = i;
      }
    }
    return last;
  }

  private static Breakpoint endOf(List<Message> messages, int message) {
    return new Breakpoint(message, messages.get(message).content().size() - 1);
  }
}
