/** The adapter against a loopback server that speaks the Messages API, through the real SDK. */
@NullMarked
package dev.recap.anthropic;

import org.jspecify.annotations.NullMarked;
