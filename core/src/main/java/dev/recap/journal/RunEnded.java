package dev.recap.journal;

/**
 * A run ended.
 *
 * @param outcome the result's name, such as {@code Answered}
 */
public record RunEnded(String outcome) implements Entry {}
