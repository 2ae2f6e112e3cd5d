/**
 * What the desk knows: articles written for customers, and a search over them.
 *
 * <p>{@link dev.recap.desk.knowledge.Knowledge} is the door of a desk: its {@link
 * dev.recap.desk.knowledge.Library} has the articles in all versions, the {@link
 * dev.recap.desk.knowledge.KnowledgeBase} finds them, the {@link
 * dev.recap.desk.knowledge.SearchLog} says what was asked for and what was used. {@link
 * dev.recap.desk.knowledge.ArticleFiles} reads what somebody else wrote. The articles that come
 * with the desk lie beside this package.
 */
@NullMarked
package dev.recap.desk.knowledge;

import org.jspecify.annotations.NullMarked;
