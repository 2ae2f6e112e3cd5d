/**
 * What the desk knows: articles written for customers, and a search over them.
 *
 * <p>{@link dev.recap.desk.knowledge.KnowledgeBase} is the only door. An article is a Markdown file
 * beside this package, and what it lacks is said by file and field before anything is searched.
 */
@NullMarked
package dev.recap.desk.knowledge;

import org.jspecify.annotations.NullMarked;
