/**
 * What the desk knows: articles in Markdown, and a search over them.
 *
 * <p>{@link dev.recap.desk.knowledge.KnowledgeBase} is the way in; a customer's words may be handed
 * to it as they are.
 */
@NullMarked
package dev.recap.desk.knowledge;

import org.jspecify.annotations.NullMarked;
