package dev.recap.web.people;

/**
 * Somebody who works at the desk.
 *
 * @param name what they sign in with, and what stands on record for what they do
 */
public record Person(String name, Role role) {
  public Person {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a person needs a name, but it was blank");
    }
  }
}
