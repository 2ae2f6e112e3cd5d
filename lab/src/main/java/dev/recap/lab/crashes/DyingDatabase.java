package dev.recap.lab.crashes;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as one life of a process sees it: statements and commits fail, their answers are
 * lost, and the process dies or sleeps at them, when its {@link Fate} says so.
 */
final class DyingDatabase {
  private static final Set<String> READS = Set.of("SELECT", "PRAGMA");

  /** This machine keeps its power, so nothing waits for its disk: processes are what dies. */
  private static final String WAITS_FOR_THE_DISK = "PRAGMA synchronous";

  private final Connections real;
  private final Fate fate;
  private final Life life;
  private final Nap nap;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  DyingDatabase(Connections real, Fate fate, Life life, Nap nap) {
    this.real = real;
    this.fate = fate;
    this.life = life;
    this.nap = nap;
  }

  /** What the process takes for its database. */
  DataSource source() {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            throw new UnsupportedOperationException(method.toString());
          }
          life.check();
          Connection connection = real.take();
          open.add(connection);
          return proxy(Connection.class, (its, called, words) -> on(connection, called, words));
        });
  }

  /** The sockets of a dead process close: what was not committed is undone. */
  void disconnect() {
    for (Connection connection : open) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("a connection does not close", e);
      }
    }
    open.clear();
  }

  private @Nullable Object on(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      if (open.remove(connection)) {
        real.give(connection, !life.isDead());
      }
      return null;
    }
    if (method.getName().equals("isClosed")) {
      return !open.contains(connection);
    }
    life.check();
    return switch (method.getName()) {
      case "setAutoCommit" -> {
        if (Boolean.FALSE.equals(arguments[0])) {
          sleep();
        }
        yield call(connection, method, arguments);
      }
      case "commit" -> {
        commit(connection);
        yield null;
      }
      case "createStatement" -> statement(Statement.class, connection.createStatement(), "");
      case "prepareStatement" ->
          statement(
              PreparedStatement.class,
              connection.prepareStatement((String) arguments[0]),
              (String) arguments[0]);
      default -> call(connection, method, arguments);
    };
  }

  private <T extends Statement> T statement(Class<T> type, T its, String prepared) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (!method.getName().startsWith("execute")) {
            return call(its, method, arguments);
          }
          life.check();
          String sql = arguments == null ? prepared : (String) arguments[0];
          if (sql.startsWith(WAITS_FOR_THE_DISK)) {
            return false;
          }
          if (READS.contains(sql.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT))) {
            return call(its, method, arguments);
          }
          boolean last = opening(sql);
          write(sql);
          Object result = call(its, method, arguments);
          if (last) {
            throw life.die("after " + sql);
          }
          return result;
        });
  }

  /** A holder is stopped before its transaction begins: it has locked nothing. */
  private void sleep() {
    if (fate.pending().filter(Blow::sleeps).isPresent()) {
      fate.strike();
      nap.sleep();
    }
  }

  private void write(String sql) throws SQLException {
    Blow blow = fate.pending().orElse(null);
    boolean inserts = sql.startsWith("INSERT INTO recap_entry");
    if (blow == Blow.DIES_BEFORE_UPDATE || (blow == Blow.DIES_BEFORE_INSERT && inserts)) {
      throw dies("before " + sql);
    }
    if (blow == Blow.UPDATE_FAILS || (blow == Blow.INSERT_FAILS && inserts)) {
      throw fails("the statement failed");
    }
  }

  /** A write of opening the journal; whether the process dies when it is done. */
  private boolean opening(String what) throws SQLException {
    Optional<Blow> blow = fate.atOpeningAct();
    if (blow.isPresent() && blow.get() == Blow.OPENING_DIES_BEFORE) {
      throw life.die("before " + what);
    }
    if (blow.isPresent() && blow.get() == Blow.OPENING_FAILS) {
      throw new SQLException("no luck: " + what);
    }
    return blow.isPresent();
  }

  private void commit(Connection connection) throws SQLException {
    boolean last = opening("the commit");
    Blow blow = fate.pending().orElse(null);
    if (blow == Blow.DIES_BEFORE_COMMIT) {
      throw dies("before the commit");
    }
    if (blow == Blow.COMMIT_FAILS) {
      connection.rollback();
      throw fails("the connection was lost before the commit");
    }
    connection.commit();
    if (last) {
      throw life.die("after the commit");
    }
    if (blow == Blow.DIES_AFTER_COMMIT) {
      throw dies("after the commit");
    }
    if (blow == Blow.COMMIT_ANSWER_IS_LOST) {
      throw fails("the connection was lost in the commit");
    }
  }

  private Death dies(String where) {
    fate.strike();
    return life.die(where);
  }

  private SQLException fails(String why) {
    fate.strike();
    return new SQLException(why);
  }

  static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
