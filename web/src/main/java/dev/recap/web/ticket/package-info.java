/** The page of one ticket, and what people do to it there. */
@NullMarked
package dev.recap.web.ticket;

import org.jspecify.annotations.NullMarked;
