package dev.recap.lab.scenario;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The automatic compaction that the vendors' SDKs had from November 2025 to September 2026, with
 * its faults, so that people can see what was going wrong. Never use it.
 *
 * <p>It looks at the tokens before the reply is recorded and before its tools run: the pending
 * calls are lost. The summary request has neither tools nor instructions. What comes back becomes
 * the whole conversation: the task is lost. An empty or thinking-first summary ends the run. A
 * final answer over the threshold is asked for again, and a summary larger than the threshold is
 * summarized for ever, until the lab stops it.
 */
public final class Tutorial implements Strategy {
  private static final String RUN = "tutorial";
  private static final String UNUSABLE = "the summary did not begin with text";
  private static final int MAX_OUTPUT_TOKENS = 4_096;

  private final Due due;
  private final Optional<String> prompt;

  Tutorial(Tuning tuning) {
    this((turn, usage) -> usage.totalTokens() >= tuning.threshold(), tuning.wordedPrompt());
  }

  private Tutorial(Due due, Optional<String> prompt) {
    this.due = due;
    this.prompt = prompt;
  }

  /** The same without a threshold: it compacts exactly where it is told to. */
  public static Tutorial striking(Strike strike) {
    return new Tutorial((turn, usage) -> strike.before(turn + 1), Optional.empty());
  }

  /** Whether it compacts after a reply. */
  private interface Due {
    boolean after(int turn, Usage usage);
  }

  @Override
  public Played play(Bench bench) {
    try {
      return run(bench, new ArrayList<>(List.of(Message.user(bench.site().words().task()))));
    } catch (ModelException | SummaryUnusable died) {
      return bench.recording().ended("", "died: " + died.getMessage());
    }
  }

  private Played run(Bench bench, List<Message> messages) {
    int most = Strategy.mostTurns(bench.site());
    while (bench.recording().turns() < most) {
      ModelReply reply = bench.model().ask(request(messages, bench.site().toolbox().specs()));
      bench.recording().turn(reply, messages.size());
      if (due.after(bench.recording().turns(), reply.usage())) {
        compact(bench, messages);
        continue;
      }
      messages.add(new Message(Role.ASSISTANT, reply.content()));
      if (reply.stopReason() != StopReason.TOOL_USE) {
        return bench.recording().ended(reply.text(), reply.stopReason().name());
      }
      messages.add(new Message(Role.USER, runTools(bench, reply.calls())));
    }
    return bench.recording().ended("", "looping: stopped after %d turns".formatted(most));
  }

  private void compact(Bench bench, List<Message> messages) {
    List<Message> before = List.copyOf(messages);
    List<Message> asking = new ArrayList<>(messages);
    asking.add(Message.user(prompt.orElse(bench.site().words().summaryPrompt())));
    ModelReply reply = summary(bench, asking);
    if (reply.content().isEmpty() || !(reply.content().getFirst() instanceof Text)) {
      bench.recording().summary(reply.usage(), UNUSABLE, "");
      throw new SummaryUnusable();
    }
    bench.recording().summary(reply.usage(), "", "");
    messages.clear();
    messages.add(new Message(Role.USER, reply.content()));
    bench.recording().compaction(RUN, before, messages, reply.text());
  }

  private static ModelReply summary(Bench bench, List<Message> asking) {
    try {
      return bench.model().ask(request(asking, List.of()));
    } catch (ModelException failure) {
      bench.recording().summary(Usage.NONE, "failed: " + failure.getMessage(), "");
      throw failure;
    }
  }

  private static ModelRequest request(List<Message> messages, List<ToolSpec> tools) {
    Set<Breakpoint> at = new LinkedHashSet<>();
    at.add(endOf(messages, 0));
    if (messages.size() > 2) {
      at.add(endOf(messages, messages.size() - 3));
    }
    at.add(endOf(messages, messages.size() - 1));
    return new ModelRequest("", tools, messages, at, MAX_OUTPUT_TOKENS);
  }

  private static Breakpoint endOf(List<Message> messages, int message) {
    return new Breakpoint(message, messages.get(message).content().size() - 1);
  }

  private static List<Block> runTools(Bench bench, List<ToolCall> calls) {
    var desk = new DeskCalls(bench.site().toolbox(), RUN);
    List<Block> results = new ArrayList<>();
    for (ToolCall call : calls) {
      DeskCalls.Done done = desk.run(call);
      if (!done.executed()) {
        bench.recording().rejected(call.id());
      }
      results.add(done.result());
    }
    return results;
  }

  /** The summary was no use, and the feature had no answer to that. */
  private static final class SummaryUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SummaryUnusable() {
      super(UNUSABLE);
    }
  }
}
