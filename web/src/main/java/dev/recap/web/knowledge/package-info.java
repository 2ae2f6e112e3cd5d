/** The articles that drafts rest on: searched, written, sent, and read as the agent saw them. */
@NullMarked
package dev.recap.web.knowledge;

import org.jspecify.annotations.NullMarked;
