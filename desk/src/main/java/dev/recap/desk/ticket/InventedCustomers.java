package dev.recap.desk.ticket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People who do not exist, each with a number and an address of their own at example.com. */
final class InventedCustomers {
  private static final int FIRST_NUMBER = 1001;

  private static final List<String> FIRST_NAMES =
      List.of(
          "Mara", "Ilse", "Tomas", "Renny", "Odile", "Pavel", "Sunna", "Bram", "Keziah", "Lorcan",
          "Yuna", "Anselm", "Dalia", "Fintan", "Greta", "Hanno", "Imke", "Jorah", "Nell", "Quentin",
          "Rosalba", "Silvan", "Thea", "Ulrik", "Vesna", "Wendel", "Xenia", "Yorick", "Zita",
          "Casper");
  private static final List<String> LAST_NAMES =
      List.of(
          "Abendrot",
          "Birkholm",
          "Calloway",
          "Dunmore",
          "Eastwick",
          "Farrow",
          "Gillespie",
          "Hollander",
          "Ironside",
          "Juhl",
          "Kestner",
          "Lindqvist",
          "Marchbanks",
          "Norrgard",
          "Oakes",
          "Penhallow",
          "Quist",
          "Ravndal",
          "Sandoval",
          "Thornbury",
          "Umber",
          "Vandermeer",
          "Whitlock",
          "Yarrow",
          "Zeller");

  private final RandomGenerator random;
  private final List<Customer> known = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();

  InventedCustomers(RandomGenerator random) {
    this.random = random;
  }

  /** Somebody who has not written before. */
  Customer stranger() {
    String first = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
    String last = LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
    int number = FIRST_NUMBER + known.size();
    var customer = new Customer(number, first + " " + last, address(first, last, number));
    known.add(customer);
    return customer;
  }

  /** Somebody who has. */
  Customer regular() {
    return known.get(random.nextInt(known.size()));
  }

  private String address(String first, String last, int number) {
    String name = (first + "." + last).toLowerCase(Locale.ROOT);
    return addresses.add(name) ? name + "@example.com" : name + "." + number + "@example.com";
  }
}
