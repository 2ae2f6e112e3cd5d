/** Carries out what stages propose: judges, weighs, asks for summaries, and puts it on record. */
@NullMarked
package dev.recap.compactor;

import org.jspecify.annotations.NullMarked;
