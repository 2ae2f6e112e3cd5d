@NullMarked
package dev.recap.invariants;

import org.jspecify.annotations.NullMarked;
