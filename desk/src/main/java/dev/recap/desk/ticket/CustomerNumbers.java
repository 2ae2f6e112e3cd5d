package dev.recap.desk.ticket;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers for the customers of a file: its own, one for each e-mail address, and new ones. */
final class CustomerNumbers {

  /**
   * Who is at the desk already.
   *
   * @param byEmail a customer's number by the address in small letters
   * @param addresses all addresses of a customer, in small letters
   * @param firstFree a number that nobody has, nor any above it
   */
  record Known(Map<String, Integer> byEmail, Map<Integer, Set<String>> addresses, int firstFree) {

    /** Nobody. */
    static Known none(int firstFree) {
      return new Known(Map.of(), Map.of(), firstFree);
    }
  }

  private final Known known;
  private final Set<Integer> taken = new HashSet<>();
  private final Map<String, Integer> byEmail = new HashMap<>();
  private int next;

  CustomerNumbers(List<ImportRow> rows, Known known) {
    this.known = known;
    next = known.firstFree();
    for (ImportRow row : rows) {
      Optional<Integer> number = stated(row);
      number.ifPresent(taken::add);
      number.ifPresent(given -> email(row).ifPresent(email -> byEmail.putIfAbsent(email, given)));
    }
  }

  /**
   * The number of a row's customer.
   *
   * @throws IllegalArgumentException when the row has a bad one, or somebody else's
   */
  int of(ImportRow row) {
    Optional<String> email = email(row);
    Optional<Integer> stated = row.customerNumber();
    if (stated.isPresent() && email.isPresent()) {
      refuseSomebodyElses(stated.get(), email.get());
    }
    return stated.orElseGet(() -> email.map(this::byEmail).orElseGet(this::free));
  }

  private int byEmail(String email) {
    return byEmail.computeIfAbsent(
        email,
        unknown -> {
          Integer there = known.byEmail().get(unknown);
          return there == null ? free() : there;
        });
  }

  private void refuseSomebodyElses(int number, String email) {
    Set<String> there = known.addresses().get(number);
    if (there != null && !there.contains(email)) {
      throw new IllegalArgumentException(
          ("customer was %d, who has another e-mail address at this desk than '%s' (without a"
                  + " column of customer numbers, customers are told apart by their addresses)")
              .formatted(number, ImportRow.shown(email)));
    }
  }

  private int free() {
    while (!taken.add(next)) {
      next++;
    }
    return next;
  }

  /** A bad number is nobody's; the row is reported when its ticket is made. */
  private static Optional<Integer> stated(ImportRow row) {
    try {
      return row.customerNumber();
    } catch (IllegalArgumentException reportedLater) {
      return Optional.empty();
    }
  }

  private static Optional<String> email(ImportRow row) {
    return Optional.ofNullable(row.fields().get("customer_email"))
        .map(email -> email.strip().toLowerCase(Locale.ROOT))
        .filter(email -> !email.isEmpty());
  }
}
