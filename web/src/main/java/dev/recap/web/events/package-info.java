/** What happens at the desk, told to pages that are open, as server-sent events. */
@NullMarked
package dev.recap.web.events;

import org.jspecify.annotations.NullMarked;
