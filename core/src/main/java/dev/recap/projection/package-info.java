/**
 * What follows from a journal: the view, its pace, and whether compactions brought what they
 * claimed.
 */
@NullMarked
package dev.recap.projection;

import org.jspecify.annotations.NullMarked;
