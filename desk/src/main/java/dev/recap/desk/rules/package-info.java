/** What a lead edits: the values of a ticket's fields, the steps it needs, the guidance. */
@NullMarked
package dev.recap.desk.rules;

import org.jspecify.annotations.NullMarked;
