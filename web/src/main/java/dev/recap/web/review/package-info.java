/** Where people look at the agent's drafts, one behind the other. */
@NullMarked
package dev.recap.web.review;

import org.jspecify.annotations.NullMarked;
