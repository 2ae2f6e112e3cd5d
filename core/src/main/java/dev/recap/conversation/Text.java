package dev.recap.conversation;

import java.util.Objects;

/** Plain text, said by either side. */
public record Text(String text) implements Block {
  public Text {
    Objects.requireNonNull(text, "text");
  }
}
