/** What experiments find, as a table for people and as JSON for programs. */
@NullMarked
package dev.recap.lab.table;

import org.jspecify.annotations.NullMarked;
