package dev.recap.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection, which it hands out again although the server has dropped it. */
final class OneConnection {
  private final DataSource source;
  private Connection kept;

  OneConnection(DataSource source) throws SQLException {
    this.source = source;
    this.kept = source.getConnection();
  }

  /** The pool has noticed. */
  void renew() throws SQLException {
    kept = source.getConnection();
  }

  DataSource pool() {
    return proxy(DataSource.class, source);
  }

  private <T> T proxy(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection") && real == source) {
                return proxy(Connection.class, kept);
              }
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
