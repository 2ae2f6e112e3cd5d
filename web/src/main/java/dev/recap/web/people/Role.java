package dev.recap.web.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person may do at the desk; each role may do what those before it may. */
public enum Role {
  /** Looks at everything. */
  READER,
  /** Works on tickets: approves, mends, sends back, takes over. */
  REVIEWER,
  /** Decides for the desk: guidance, people, shifts and what they may spend. */
  LEAD;

  /** Whether somebody of this role may do what needs another one. */
  public boolean mayDo(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name in the database, in forms and at the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role with a label.
   *
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  public static Role of(String label) {
    return Arrays.stream(values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "role is '%s', but must be one of %s"
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(Role::label)
                            .collect(Collectors.joining(", ")))));
  }
}
