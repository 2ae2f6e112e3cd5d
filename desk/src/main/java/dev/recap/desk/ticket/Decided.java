package dev.recap.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What people had decided about a ticket before it came here, as it stood in their file; each part
 * is null where nothing stood.
 *
 * @param reply what they answered
 */
public record Decided(
    @Nullable String category,
    @Nullable String priority,
    @Nullable String team,
    @Nullable String reply) {

  /** Nothing. */
  public static final Decided NOTHING = new Decided(null, null, null, null);
}
