package dev.recap.desk.ticket;

import java.sql.DatabaseMetaData;
import org.jdbi.v3.core.Handle;

/** Whose words a statement has to use, where the two databases have none in common. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  /** That of the database that a handle works on. */
  public static Dialect of(Handle handle) {
    String product = handle.queryMetadata(DatabaseMetaData::getDatabaseProductName);
    return product.equals("PostgreSQL") ? POSTGRESQL : SQLITE;
  }
}
