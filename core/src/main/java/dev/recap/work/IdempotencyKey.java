package dev.recap.work;

import dev.recap.bytes.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What makes two calls the same effect: tool, opening of the work item, and the arguments that the
 * tool's author names. Tools that act elsewhere can hand it on as an idempotency key.
 *
 * @param value {@code tool:} and 32 hex digits of a SHA-256
 */
public record IdempotencyKey(String value) {

  /** How far "at most once" reaches. Across journals only the idempotency key helps, handed on. */
  public enum Scope {
    /** This opening where the call names an item, this journal where it names none. */
    STANDARD,
    /** From the item's opening to its closing: once more when it is opened again. */
    OPENING,
    /** The whole journal, however often the item is opened. */
    JOURNAL
  }

  private static final int HEX_DIGITS = 32;

  public IdempotencyKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an idempotency key cannot be blank");
    }
  }

  /**
   * The key of one effect.
   *
   * @param opening null for a call that names no work item
   * @param keyArguments the arguments that count, as canonical JSON
   */
  public static IdempotencyKey of(
      String tool, @Nullable Opening opening, Scope reach, String keyArguments) {
    String stretch = reach == Scope.JOURNAL || opening == null ? "" : "\n" + opening.number();
    String scope = opening == null ? "" : opening.item().key() + stretch;
    String digest = Digest.of(tool + "\n" + scope + "\n" + keyArguments);
    return new IdempotencyKey(tool + ":" + digest.substring(0, HEX_DIGITS));
  }

  @Override
  public String toString() {
    return value;
  }
}
