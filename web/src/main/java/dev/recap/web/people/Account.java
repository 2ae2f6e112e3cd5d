package dev.recap.web.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as the desk knows them.
 *
 * @param id the desk's number for them
 * @param disabledAt since when they may not sign in any more; null while they may
 */
public record Account(int id, Person person, Instant createdAt, @Nullable Instant disabledAt) {}
