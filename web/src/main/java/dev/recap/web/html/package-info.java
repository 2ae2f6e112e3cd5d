/** What stands around every page, and how pages become HTML. */
@NullMarked
package dev.recap.web.html;

import org.jspecify.annotations.NullMarked;
