/** Journals, leases and conversations in SQL. */
module dev.recap.storage {
  requires transitive dev.recap.core;
  requires transitive java.sql;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports dev.recap.storage;
}
