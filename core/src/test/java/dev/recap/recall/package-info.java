@NullMarked
package dev.recap.recall;

import org.jspecify.annotations.NullMarked;
