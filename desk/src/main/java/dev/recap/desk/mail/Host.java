package dev.recap.desk.mail;

import java.util.Objects;

/** A mail server. */
public record Host(String name, int port, Security security) {
  private static final int MAX_PORT = 65_535;

  /**
   * @throws IllegalArgumentException naming the field; also for a connection without protection to
   *     another machine
   */
  public Host {
    Objects.requireNonNull(security, "security");
    if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
      throw new IllegalArgumentException("host was '%s', but a name was expected".formatted(name));
    }
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "port was %d, but 1 to %d was expected".formatted(port, MAX_PORT));
    }
    if (security == Security.NONE && !isThisMachine(name)) {
      throw new IllegalArgumentException(
          "security was 'none' for %s, which is not this machine; 'tls' or 'starttls' was expected"
              .formatted(name));
    }
  }

  /** Without asking the name service, which may say one thing now and another later. */
  private static boolean isThisMachine(String name) {
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("::1");
  }
}
