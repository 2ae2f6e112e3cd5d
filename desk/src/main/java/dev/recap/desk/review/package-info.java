/**
 * What people decide about the agent's drafts, and what code can say about a draft before they do.
 */
@NullMarked
package dev.recap.desk.review;

import org.jspecify.annotations.NullMarked;
