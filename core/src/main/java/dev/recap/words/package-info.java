/** What is said in lines of ours: quotations, short names, keys, and the estimate of tokens. */
@NullMarked
package dev.recap.words;

import org.jspecify.annotations.NullMarked;
