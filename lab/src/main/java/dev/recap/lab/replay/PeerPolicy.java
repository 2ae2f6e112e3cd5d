package dev.recap.lab.replay;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.ToolResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A way of shortening that others use: a function of the whole conversation, computed afresh for
 * each request. All keep the first message, which the task stands in, and whole turns, so that no
 * call loses its result; without that most of their requests would be refused.
 */
sealed interface PeerPolicy {
  /** What stands where a result was. */
  String PLACEHOLDER = "[cleared to save context]";

  /** The messages to send instead. */
  List<Message> shortened(List<Message> whole);

  /** Everything. */
  record Whole() implements PeerPolicy {
    @Override
    public List<Message> shortened(List<Message> whole) {
      return whole;
    }
  }

  /** The last turns, always as many. */
  record LastTurns(int turns) implements PeerPolicy {
    @Override
    public List<Message> shortened(List<Message> whole) {
      int left = turns;
      int from = whole.size();
      while (from > 1 && left > 0) {
        from--;
        left -= whole.get(from).role() == Role.ASSISTANT ? 1 : 0;
      }
      return from <= 1 ? whole : from(whole, from);
    }
  }

  /**
   * As many of the last turns as fit.
   *
   * @param tokens of all messages; the last turn stays even if it does not fit
   */
  record LastTokens(long tokens, BlockCounts counts) implements PeerPolicy {
    @Override
    public List<Message> shortened(List<Message> whole) {
      long left = tokens - counts.of(whole.getFirst());
      int from = whole.size();
      for (int i = whole.size() - 1; i > 0; i--) {
        left -= counts.of(whole.get(i));
        boolean turn = whole.get(i).role() == Role.ASSISTANT;
        if (left < 0 && from < whole.size()) {
          break;
        }
        from = turn ? i : from;
      }
      return from == whole.size() ? whole : from(whole, from);
    }
  }

  /**
   * In batches, as the provider's own clearing does: whenever what would be sent has reached a
   * size, a placeholder stands for all results but the newest from then on. Between two batches
   * nothing changes, so that the prompt cache holds.
   *
   * @param keep results that a batch leaves
   * @param fromTokens tokens of all messages, as they would be sent, from which on it happens
   * @param atLeast tokens that a batch frees, or it is left undone
   */
  record NewestResults(int keep, long fromTokens, long atLeast, BlockCounts counts)
      implements PeerPolicy {
    @Override
    public List<Message> shortened(List<Message> whole) {
      int toClear = toClear(whole);
      List<Message> messages = new ArrayList<>();
      for (Message message : whole) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : message.content()) {
          blocks.add(block instanceof ToolResult result && toClear-- > 0 ? cleared(result) : block);
        }
        messages.add(new Message(message.role(), blocks));
      }
      return messages;
    }

    /** As many of the oldest results as the batches before all requests so far have cleared. */
    private int toClear(List<Message> whole) {
      List<Long> freed = new ArrayList<>();
      long tokens = 0;
      int cleared = 0;
      for (Message message : whole) {
        tokens += counts.of(message);
        for (ToolResult result : message.results()) {
          freed.add((long) counts.of(result) - counts.of(cleared(result)));
        }
        int batch = freed.size() - keep;
        if (message.role() == Role.USER && tokens >= fromTokens && batch > cleared) {
          long gain = freed.subList(cleared, batch).stream().mapToLong(Long::longValue).sum();
          if (gain >= atLeast) {
            tokens -= gain;
            cleared = batch;
          }
        }
      }
      return cleared;
    }

    private static ToolResult cleared(ToolResult result) {
      return new ToolResult(result.callId(), PLACEHOLDER, result.error());
    }
  }

  private static List<Message> from(List<Message> whole, int from) {
    List<Message> kept = new ArrayList<>();
    kept.add(whole.getFirst());
    kept.addAll(whole.subList(from, whole.size()));
    return kept;
  }
}
