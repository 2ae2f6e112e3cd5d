/**
 * The library: an agent's loop, what its tools did, and a view of it that stays small.
 *
 * <p>A module with tools opens the packages of its tools and of the records they take and return to
 * this module and to {@code com.fasterxml.jackson.databind}.
 */
module dev.recap.core {
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires transitive org.pcollections;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.recap.agent;
  exports dev.recap.compaction;
  exports dev.recap.context;
  exports dev.recap.conversation;
  exports dev.recap.journal;
  exports dev.recap.ledger;
  exports dev.recap.model;
  exports dev.recap.testing;
  exports dev.recap.tool;
  exports dev.recap.work;

  // How entries are written is one thing, in files and in SQL.
  exports dev.recap.journal.line to
      dev.recap.storage;

  // Entries are read into the fields and constructors of their records.
  opens dev.recap.conversation to
      com.fasterxml.jackson.databind;
  opens dev.recap.journal to
      com.fasterxml.jackson.databind;
  opens dev.recap.journal.line to
      com.fasterxml.jackson.databind;
  opens dev.recap.model to
      com.fasterxml.jackson.databind;
  opens dev.recap.work to
      com.fasterxml.jackson.databind;
}
