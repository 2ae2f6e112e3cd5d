package dev.recap.storage;

import dev.recap.journal.JournalException;
import dev.recap.storage.Database.LostCommit;
import dev.recap.tool.ToolAnswer;
import dev.recap.work.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transaction of one call. Whoever answers the call commits it; a tool cannot. */
final class OwnTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(OwnTransaction.class);
  private static final Set<String> NOT_THE_TOOLS =
      Set.of("commit", "rollback", "setAutoCommit", "close", "abort", "unwrap");

  private final Fence fence;
  private final Connection own;
  private final Connection lent;
  private final AtomicBoolean over = new AtomicBoolean();

  private OwnTransaction(Fence fence, Connection own) {
    this.fence = fence;
    this.own = own;
    this.lent =
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::invoke);
  }

  static OwnTransaction begin(Fence fence) throws SQLException {
    Connection own = fence.store().database().own();
    try {
      own.setAutoCommit(false);
      return new OwnTransaction(fence, own);
    } catch (SQLException e) {
      own.close();
      throw e;
    }
  }

  /** The connection as a tool has it. */
  Connection connection() {
    return lent;
  }

  private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    String name = method.getName();
    if (over.get()) {
      throw new SQLException("the call is over, and so is its transaction");
    }
    if (NOT_THE_TOOLS.contains(name)) {
      throw new SQLException(
          "%s is not for the tool: its transaction is committed with its answer".formatted(name));
    }
    try {
      return method.invoke(own, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Commits what a call did together with its answer, or rolls it back; what became of it. */
  ToolAnswer end(ToolAnswer answer) {
    over.set(true);
    if (answer.outcome() != Outcome.CONFIRMED) {
      abandon();
      return answer.outcome() == Outcome.FAILED
          ? answer
          : rolledBack(answer, "It broke off or took too long.");
    }
    try {
      commit(answer);
      release();
      return answer;
    } catch (LostCommit lost) {
      release(); // What it may still hold nobody else could read.
      return settled(answer, lost);
    } catch (SQLException | JournalException e) {
      release();
      LOG.warn("call {} was rolled back", answer.callId(), e);
      return rolledBack(answer, "It could not be committed.");
    }
  }

  private void commit(ToolAnswer answer) throws SQLException {
    try {
      new KeptAnswer(fence.lease()).write(own, answer);
      fence.lease().lock(own);
    } catch (SQLException | RuntimeException e) {
      own.rollback();
      throw e;
    }
    try {
      own.commit();
    } catch (SQLException e) {
      throw new LostCommit(e);
    }
  }

  private ToolAnswer settled(ToolAnswer answer, LostCommit lost) {
    try {
      Optional<ToolAnswer> standing =
          fence
              .store()
              .database()
              .write(connection -> {
                fence.lease().lock(connection);
                return new KeptAnswer(fence.lease()).read(connection, answer.callId());
              });
      return standing.isPresent() ? answer : rolledBack(answer, "It was not committed.");
    } catch (SQLException | JournalException e) {
      lost.addSuppressed(e);
      LOG.warn("whether call {} was committed will be read later", answer.callId(), lost);
      return new ToolAnswer(
          answer.callId(),
          "The connection was lost while it was committed.",
          Outcome.UNKNOWN,
          null);
    }
  }

  private static ToolAnswer rolledBack(ToolAnswer answer, String why) {
    return ToolAnswer.failed(
        answer.callId(),
        why + " It was rolled back: nothing happened, and it may be called again.");
  }

  /** Nothing commits it any more; a statement that still runs may take its time to be undone. */
  void abandon() {
    over.set(true);
    Thread.ofPlatform().daemon().name("recap-rollback").start(this::undo);
  }

  private void undo() {
    try {
      own.rollback();
    } catch (SQLException e) {
      LOG.warn("a transaction that was given up is undone by closing its connection", e);
    }
    release();
  }

  private void release() {
    try {
      own.close();
    } catch (SQLException e) {
      LOG.warn("a connection could not be given back", e);
    }
  }
}
