/**
 * The one place that every request passes before its handler: host, origin, person, role, form
 * token.
 */
@NullMarked
package dev.recap.web.guard;

import org.jspecify.annotations.NullMarked;
