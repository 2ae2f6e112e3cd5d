/** What holds of all packages together. */
@NullMarked
package dev.recap;

import org.jspecify.annotations.NullMarked;
