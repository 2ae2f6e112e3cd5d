package dev.recap.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote.
 *
 * @param number the desk's number for a person, from 1; it stands for them wherever name and
 *     address have no place
 */
public record Customer(int number, @Nullable String name, @Nullable String email) {
  public Customer {
    if (number < 1) {
      throw new IllegalArgumentException("customer numbers count from 1, but was " + number);
    }
  }
}
