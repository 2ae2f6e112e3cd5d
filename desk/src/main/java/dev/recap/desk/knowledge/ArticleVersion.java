package dev.recap.desk.knowledge;

import java.time.Instant;

/**
 * One version of a desk's article, which never changes.
 *
 * @param version from 1
 * @param by who made it
 * @param deleted whether it is not searched any more since then
 */
public record ArticleVersion(
    ArticleText article, int version, String by, Instant at, boolean deleted) {}
