package dev.recap.desk.mail;

import org.jspecify.annotations.Nullable;

/** Where passwords and tokens are looked up by name; they are never stored or logged. */
@FunctionalInterface
public interface Secrets {
  /** What has this name; null for nothing. */
  @Nullable String find(String name);

  /** The environment of this process. */
  static Secrets environment() {
    return System::getenv;
  }

  /**
   * What has this name.
   *
   * @throws IllegalStateException naming the variable when it is missing or blank
   */
  default String get(String name) {
    String secret = find(name);
    if (secret == null || secret.isBlank()) {
      throw new IllegalStateException(
          "the environment variable %s is not set, but is needed to log in".formatted(name));
    }
    return secret;
  }
}
