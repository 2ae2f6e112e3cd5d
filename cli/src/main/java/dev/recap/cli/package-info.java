/** The {@code recap} command: one class a subcommand. */
@NullMarked
package dev.recap.cli;

import org.jspecify.annotations.NullMarked;
