package dev.recap.conversation;

/** Who speaks in a message. */
public enum Role {
  USER,
  ASSISTANT
}
