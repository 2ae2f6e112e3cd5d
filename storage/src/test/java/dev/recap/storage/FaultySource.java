package dev.recap.storage;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that fails once, at the statement or the commit that it is told. */
final class FaultySource implements DataSource {
  /** Where it fails. */
  enum Fault {
    BEFORE_STATEMENT,
    BEFORE_COMMIT,
    COMMIT_LOST,
    /** What is done with a connection behind its commit, which stands. */
    BEHIND_COMMIT
  }

  private final DataSource source;
  private @Nullable Fault fault;
  private int countdown;
  private boolean reached;
  private boolean away;

  FaultySource(DataSource source) {
    this.source = source;
  }

  /** Fails at the nth of these from now on, counted from 0. */
  synchronized void fail(Fault where, int nth) {
    fault = where;
    countdown = nth;
    reached = false;
  }

  /** From its fault on it gives no connection, until it heals. */
  synchronized void staysAway() {
    away = true;
  }

  /** Whether it has failed; from here on it does not. */
  synchronized boolean heals() {
    fault = null;
    away = false;
    return reached;
  }

  private synchronized boolean isNext(Fault where) {
    if (away && reached) {
      return true;
    }
    if (fault != where || reached || countdown-- > 0) {
      return false;
    }
    reached = true;
    return true;
  }

  private void failIfNext(Fault where) throws SQLException {
    if (isNext(where)) {
      throw new SQLException("the connection was lost, " + where, "08006");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = source.getConnection();
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit")) {
            failIfNext(Fault.BEFORE_COMMIT);
            Object done = call(real, method, arguments);
            failIfNext(Fault.COMMIT_LOST);
            return done;
          }
          boolean behind = method.getName().equals("setAutoCommit") && arguments[0].equals(true);
          if (behind) {
            failIfNext(Fault.BEHIND_COMMIT);
          }
          Object result = call(real, method, arguments);
          return result instanceof Statement statement ? statement(statement) : result;
        });
  }

  private Object statement(Statement real) {
    Class<?> type =
        real instanceof CallableStatement
            ? CallableStatement.class
            : real instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            failIfNext(Fault.BEFORE_STATEMENT);
          }
          return call(real, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultySource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("faulty");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
