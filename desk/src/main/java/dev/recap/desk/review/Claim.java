package dev.recap.desk.review;

import java.util.Optional;

/**
 * A sentence of a draft, with the sentence of the evidence it rests on.
 *
 * @param start the first character, counted in chars of the draft from 0
 * @param end behind the last character
 * @param text what stands there, exactly
 * @param support empty where nothing that was read is close enough, as with a greeting
 */
public record Claim(int start, int end, String text, Optional<Support> support) {

  /**
   * A sentence of the evidence.
   *
   * @param evidence which passage, in the order they were given, from 0
   * @param start the first character, counted in chars of the passage from 0
   * @param end behind the last character
   * @param score how alike the two sentences are, to 1 for the same words
   */
  public record Support(int evidence, int start, int end, double score) {}

  public Claim {
    if (start < 0 || end - start != text.length() || text.isEmpty()) {
      throw new IllegalArgumentException(
          "a claim is at least a character long and spans its text, but '%s' was to stand at %d to %d"
              .formatted(text, start, end));
    }
  }
}
