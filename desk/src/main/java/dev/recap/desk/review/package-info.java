/**
 * What code can say about a draft before a person reads it, and what the person then decides.
 *
 * <p>{@link dev.recap.desk.review.DraftCheck} marks what stands in no source, {@link
 * dev.recap.desk.review.Claims} links each sentence to the one it rests on. Both go by the shape of
 * what is written and never by what a word means, so they do for every language alike.
 */
@NullMarked
package dev.recap.desk.review;

import org.jspecify.annotations.NullMarked;
