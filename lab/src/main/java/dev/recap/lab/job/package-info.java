/** Work that strategies are compared on: a fresh place for each run, and what to grade it by. */
@NullMarked
package dev.recap.lab.job;

import org.jspecify.annotations.NullMarked;
