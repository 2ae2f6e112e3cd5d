package dev.recap.desk.ticket;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tables of a desk in a database, over one connection: one transaction after the other. */
interface DeskTables extends ConnectionFactory, AutoCloseable {
  /** Waits until this process and all others have ended what they began before. */
  void await(Handle begun);

  /** What statements are made with. */
  default void prepare(Jdbi jdbi) {}

  /** Tables of their own, in memory, that begin with all that stands in these. */
  DeskTables copy();

  /** The connection is kept for the next transaction. */
  @Override
  default void closeConnection(Connection kept) {}

  @Override
  void close() throws SQLException;
}
