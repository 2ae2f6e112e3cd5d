package dev.recap.desk.knowledge;

/**
 * An article that answers a query, and where it stands among them.
 *
 * @param position from 1
 * @param score what ranks it, to be compared within one search alone
 */
public record Ranked(int position, float score, Hit hit) {}
