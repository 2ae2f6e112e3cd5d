/** What somebody wants to know who opens the desk in the morning. */
@NullMarked
package dev.recap.web.today;

import org.jspecify.annotations.NullMarked;
