package dev.recap.web.route;

import dev.recap.web.people.Role;
import org.jspecify.annotations.Nullable;

/** Who may use a route. */
public enum Access {
  /** Also who is not signed in: the sign-in itself, the style sheet, whether the server lives. */
  ANYONE(null),
  READER(Role.READER),
  REVIEWER(Role.REVIEWER),
  LEAD(Role.LEAD);

  private final @Nullable Role role;

  Access(@Nullable Role role) {
    this.role = role;
  }

  /** The role it takes at least; null where it takes none. */
  public @Nullable Role role() {
    return role;
  }
}
