package dev.recap.desk.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.ticket.Ticket;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a decision changes of a ticket, so that it can be put back. */
record Standing(
    String status,
    @Nullable String run,
    @Nullable String owner,
    @Nullable String reason,
    @Nullable String remark,
    @Nullable String draft,
    @Nullable Integer draftRevision) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Standing of(Ticket ticket) {
    return new Standing(
        ticket.status().label(),
        ticket.run(),
        ticket.care().owner(),
        ticket.care().reason(),
        ticket.care().remark(),
        ticket.handling().draft(),
        ticket.care().draftRevision());
  }

  static Standing read(String json) {
    try {
      return JSON.readValue(json, Standing.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("how a ticket stood is on record as no JSON", e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and a number can be written", e);
    }
  }

  /** Makes a ticket stand so. */
  void set(Handle handle, int ticket, String now) {
    handle
        .createUpdate(
            """
            update ticket set status = :status, run = :run, owner = :owner, reason = :reason,
                              remark = :remark, draft = :draft, draft_revision = :draftRevision,
                              changed_at = :now
            where number = :number\
            """)
        .bind("status", status)
        .bind("run", run)
        .bind("owner", owner)
        .bind("reason", reason)
        .bind("remark", remark)
        .bind("draft", draft)
        .bind("draftRevision", draftRevision)
        .bind("now", now)
        .bind("number", ticket)
        .execute();
  }

  Standing answered() {
    return with("answered", run, owner, null, remark, draft, draftRevision);
  }

  Standing sentBack(String said) {
    return with("new", null, null, null, said, null, null);
  }

  Standing takenBy(String person) {
    return with("needs_person", null, person, "taken over", remark, draft, draftRevision);
  }

  private static Standing with(
      String status,
      @Nullable String run,
      @Nullable String owner,
      @Nullable String reason,
      @Nullable String remark,
      @Nullable String draft,
      @Nullable Integer draftRevision) {
    return new Standing(status, run, owner, reason, remark, draft, draftRevision);
  }
}
