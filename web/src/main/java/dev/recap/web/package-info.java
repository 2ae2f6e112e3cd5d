/** The desk in the browser: {@link dev.recap.web.DeskServer} starts it. */
@NullMarked
package dev.recap.web;

import org.jspecify.annotations.NullMarked;
