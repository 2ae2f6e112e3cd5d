package dev.recap.storage;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tools whose effect is in the journal's own database, so that of none of them it is ever unknown
 * what became of it. Each call gets a transaction: the tool finds its connection by {@code
 * call.given(Connection.class)} and never commits; its answer is written beside the effect, the
 * lease's token is checked last, and both are committed as one. A call that throws or takes too
 * long is rolled back, which proves that nothing happened.
 *
 * <p>A run needs the {@link SqlJournal#fence}, as {@link Conversations} gives it: {@code
 * agent.with(journal.fence()).resume(journal)}.
 */
public final class OwnTransactions implements Toolbox {
  private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);

  private static final String NO_FENCE =
      "tool '{}' works in the journal's own database, so its agent needs the journal's fence: agent.with(journal.fence())";

  private final Toolbox tools;

  private OwnTransactions(Toolbox tools) {
    this.tools = tools;
  }

  /** These tools, each call of which is given a connection. */
  public static OwnTransactions of(Toolbox tools) {
    return new OwnTransactions(Objects.requireNonNull(tools, "tools"));
  }

  @Override
  public List<ToolSpec> specs() {
    return tools.specs();
  }

  @Override
  public Optional<ToolDeclaration> declaration(String tool) {
    return tools.declaration(tool);
  }

  @Override
  public CheckedCall check(ToolCall call) {
    return tools.check(call);
  }

  @Override
  public Duration longestCall() {
    return tools.longestCall();
  }

  @Override
  public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
    Map<String, Fence> fences = new HashMap<>();
    List<PreparedCall> fenced = new ArrayList<>();
    for (PreparedCall call : calls) {
      Optional<Fence> fence = call.context().given(Fence.class);
      if (fence.isPresent()) {
        fences.put(call.call().id(), fence.get());
        fenced.add(call);
      } else {
        LOG.error(NO_FENCE, call.call().tool());
        answered.accept(notExecuted(call, "its agent was not given the journal's fence"));
      }
    }
    // A second one that writes would keep the journal from taking the first one's answer.
    boolean oneByOne =
        fences.values().stream().anyMatch(f -> f.store().database().dialect() == Dialect.SQLITE);
    List<List<PreparedCall>> batches =
        oneByOne ? fenced.stream().map(List::of).toList() : List.of(fenced);
    batches.forEach(batch -> run(batch, fences, answered));
  }

  private void run(
      List<PreparedCall> calls, Map<String, Fence> fences, Consumer<ToolAnswer> answered) {
    Map<String, OwnTransaction> open = new HashMap<>();
    List<PreparedCall> ready = new ArrayList<>();
    try {
      for (PreparedCall call : calls) {
        Fence fence = Objects.requireNonNull(fences.get(call.call().id()));
        begin(call, fence, answered)
            .ifPresent(transaction -> {
              open.put(call.call().id(), transaction);
              CallContext given = call.context().with(transaction.connection());
              ready.add(new PreparedCall(call.checked(), given));
            });
      }
      tools.runAll(
          ready,
          answer -> {
            OwnTransaction transaction = open.remove(answer.callId());
            answered.accept(transaction == null ? answer : transaction.end(answer));
          });
    } finally {
      open.values().forEach(OwnTransaction::abandon);
    }
  }

  private static Optional<OwnTransaction> begin(
      PreparedCall call, Fence fence, Consumer<ToolAnswer> answered) {
    try {
      return Optional.of(OwnTransaction.begin(fence));
    } catch (SQLException e) {
      LOG.warn("no transaction could be begun for call {}", call.call().id(), e);
      answered.accept(notExecuted(call, "the database could not be reached"));
      return Optional.empty();
    }
  }

  private static ToolAnswer notExecuted(PreparedCall call, String why) {
    return ToolAnswer.failed(
        call.call().id(), "%s was not executed: %s.".formatted(call.call().tool(), why));
  }

  @Override
  public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
    return way == Way.RECORDED
        ? call.context().given(Fence.class).map(fence -> recorded(call, fence))
        : tools.findOut(call, way);
  }

  /** Of what an earlier writer of the journal began nothing is committed any more. */
  private static ToolAnswer recorded(PreparedCall call, Fence fence) {
    String id = call.call().id();
    try {
      return fence
          .store()
          .database()
          .write(connection -> {
            fence.lease().lock(connection);
            return new KeptAnswer(fence.lease()).read(connection, id);
          })
          .orElseGet(() -> ToolAnswer.failed(id, "It was rolled back."));
    } catch (SQLException e) {
      throw fence.store().failed("read an answer of", fence.lease().conversation(), e);
    }
  }
}
