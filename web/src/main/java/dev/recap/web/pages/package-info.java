/** The pages, a class for each. */
@NullMarked
package dev.recap.web.pages;

import org.jspecify.annotations.NullMarked;
