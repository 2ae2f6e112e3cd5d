package dev.recap.desk.ticket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk has decided about a ticket so far; each part is null until somebody sets it. */
public record Handling(
    @Nullable Category category,
    @Nullable Priority priority,
    @Nullable Team team,
    @Nullable String draft) {

  /** A part of the handling that a ticket needs before it can be completed. */
  public enum Part {
    CATEGORY,
    PRIORITY,
    TEAM,
    DRAFT
  }

  /** How every ticket is born. */
  public static final Handling NONE = new Handling(null, null, null, null);

  /** What is not set yet, in the order of {@link Part}; empty when the ticket can be completed. */
  public List<Part> missing() {
    List<Part> missing = new ArrayList<>();
    for (Part part : Part.values()) {
      if (value(part) == null) {
        missing.add(part);
      }
    }
    return List.copyOf(missing);
  }

  /** The draft's characters; 0 when there is none. */
  public int draftLength() {
    return draft == null ? 0 : draft.length();
  }

  private @Nullable Object value(Part part) {
    return switch (part) {
      case CATEGORY -> category;
      case PRIORITY -> priority;
      case TEAM -> team;
      case DRAFT -> draft;
    };
  }
}
