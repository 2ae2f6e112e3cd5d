package dev.recap.web;

import dev.recap.web.guard.Addresses;

/** Where the desks of tests are. */
final class TestAddresses {
  static final Addresses HERE = Addresses.of("127.0.0.1", null);

  private TestAddresses() {}
}
