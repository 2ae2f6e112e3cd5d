/** What programs ask the desk for, and the description of it. */
@NullMarked
package dev.recap.web.api;

import org.jspecify.annotations.NullMarked;
