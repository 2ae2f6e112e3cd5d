package dev.recap.web.people;

import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Lets people in by name and password, and slows down who guesses. For any thread. */
public final class SignIn {
  private static final Throttle.Limit BY_NAME = new Throttle.Limit(5, Duration.ofMinutes(5));
  // An office has one address.
  private static final Throttle.Limit BY_ADDRESS = new Throttle.Limit(20, Duration.ofMinutes(15));

  private final People people;
  private final Sessions sessions;
  private final Throttle names;
  private final Throttle addresses;

  /** Compared with where there is nobody of a name: it takes as long, and matches nothing. */
  private final String nobody;

  public SignIn(People people, Sessions sessions, Passwords passwords, InstantSource clock) {
    this.people = people;
    this.sessions = sessions;
    this.nobody = passwords.ofNobody();
    this.names = new Throttle(BY_NAME, clock);
    this.addresses = new Throttle(BY_ADDRESS, clock);
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /**
     * Let in.
     *
     * @param secret of a new session
     */
    record In(String secret) implements Outcome {}

    /** No such name and password; which of them is wrong is not told. */
    record Wrong() implements Outcome {}

    /** Not even looked at: too many tries. */
    record TooSoon(Duration left) implements Outcome {}
  }

  /**
   * Tries a name and a password.
   *
   * @param address where the try comes from
   */
  public Outcome attempt(String name, String password, String address) {
    String known = shortened(name);
    Optional<Duration> wait = begin(known, address);
    if (wait.isPresent()) {
      return new Outcome.TooSoon(wait.get());
    }
    Optional<String> kept = people.password(known);
    if (!Passwords.matches(password, kept.orElse(nobody)) || kept.isEmpty()) {
      return new Outcome.Wrong();
    }
    names.forget(known);
    addresses.takeBack(address);
    return new Outcome.In(sessions.begin(known));
  }

  /** Counts the try before it is made, so that many at a time are many. */
  private synchronized Optional<Duration> begin(String name, String address) {
    Duration byName = names.left(name);
    Duration byAddress = addresses.left(address);
    Duration longer = byName.compareTo(byAddress) > 0 ? byName : byAddress;
    if (longer.isPositive()) {
      return Optional.of(longer);
    }
    names.failed(name);
    addresses.failed(address);
    return Optional.empty();
  }

  /** No memory for what cannot be a name. */
  private static String shortened(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return normal.length() > 64 ? normal.substring(0, 64) : normal;
  }
}
