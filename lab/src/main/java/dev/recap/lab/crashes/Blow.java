package dev.recap.lab.crashes;

import dev.recap.lab.table.Choice;

/** How the world breaks at a moment. */
enum Blow implements Choice {
  // At the write of an append to a file.
  DIES_BEFORE_WRITE(Where.FILE_APPEND, true, Left.NOTHING),
  DIES_AFTER_SOME_BYTES(Where.FILE_APPEND, true, Left.NOTHING),
  DIES_IN_LAST_LINE(Where.FILE_APPEND, true, Left.ALL_BUT_LAST),
  DIES_BEFORE_LAST_BYTE(Where.FILE_APPEND, true, Left.ALL),
  DIES_UNSYNCED_AND_KEPT(Where.FILE_APPEND, true, Left.ALL),
  DIES_UNSYNCED_AND_LOST(Where.FILE_APPEND, true, Left.NOTHING),
  DIES_AFTER_SYNC(Where.FILE_APPEND, true, Left.ALL),
  WRITE_FAILS(Where.FILE_APPEND, false, Left.NOTHING),
  DISK_IS_FULL(Where.FILE_APPEND, false, Left.NOTHING),
  SYNC_FAILS(Where.FILE_APPEND, false, Left.ALL),

  // At one of the transaction's statements.
  DIES_BEFORE_UPDATE(Where.SQL_APPEND, true, Left.NOTHING),
  DIES_BEFORE_INSERT(Where.SQL_APPEND, true, Left.NOTHING),
  DIES_BEFORE_COMMIT(Where.SQL_APPEND, true, Left.NOTHING),
  DIES_AFTER_COMMIT(Where.SQL_APPEND, true, Left.ALL),
  UPDATE_FAILS(Where.SQL_APPEND, false, Left.NOTHING),
  INSERT_FAILS(Where.SQL_APPEND, false, Left.NOTHING),
  COMMIT_FAILS(Where.SQL_APPEND, false, Left.NOTHING),
  COMMIT_ANSWER_IS_LOST(Where.SQL_APPEND, false, Left.ALL),

  // The holder sleeps beyond its lease.
  SLEEPS_UNTIL_REPLACED(Where.SQL_APPEND, false, Left.NOTHING),
  SLEEPS_UNTIL_ALL_IS_DONE(Where.SQL_APPEND, false, Left.NOTHING),
  TOOL_SLEEPS(Where.TOOL_UNDER_LEASE, false, Left.NOTHING),

  // At any of the writes of opening the journal.
  OPENING_DIES_BEFORE(Where.OPENING, true, Left.NOTHING),
  OPENING_DIES_AFTER(Where.OPENING, true, Left.NOTHING),
  OPENING_DIES_UNSYNCED(Where.FILE_OPENING, true, Left.NOTHING),
  OPENING_FAILS(Where.OPENING, false, Left.NOTHING),

  // In a tool.
  TOOL_DIES(Where.TOOL, true, Left.NOTHING),
  TOOL_BREAKS(Where.TOOL, false, Left.NOTHING);

  /** What it strikes. */
  enum Where {
    FILE_APPEND,
    SQL_APPEND,
    OPENING,
    FILE_OPENING,
    TOOL,
    TOOL_UNDER_LEASE
  }

  /** What stands of the entries that were being appended. */
  enum Left {
    NOTHING,
    ALL_BUT_LAST,
    ALL
  }

  private final Where where;
  private final boolean dies;
  private final Left left;

  Blow(Where where, boolean dies, Left left) {
    this.where = where;
    this.dies = dies;
    this.left = left;
  }

  /** Whether the process dies of it. */
  boolean dies() {
    return dies;
  }

  Left left() {
    return left;
  }

  /** Whether the holder sleeps while another one takes over. */
  boolean sleeps() {
    return this == SLEEPS_UNTIL_REPLACED || this == SLEEPS_UNTIL_ALL_IS_DONE || this == TOOL_SLEEPS;
  }

  /** Whether it can happen at this moment in this store. */
  boolean fits(Moment moment, StoreName store) {
    boolean file = store == StoreName.FILE;
    boolean opening = moment.kind() == Moment.Kind.OPENING;
    boolean append = !opening && !moment.isInTool();
    return switch (where) {
      // What stands last in the append of the final reply is not promised.
      case FILE_APPEND ->
          append && file && !(this == DIES_IN_LAST_LINE && moment.kind() == Moment.Kind.FINAL);
      case SQL_APPEND -> append && !file;
      case OPENING -> opening;
      case FILE_OPENING -> opening && file;
      case TOOL -> moment.isInTool();
      case TOOL_UNDER_LEASE -> moment.isInTool() && !file;
    };
  }

  @Override
  public String toString() {
    return label();
  }
}
