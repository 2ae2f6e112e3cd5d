/**
 * What can be said of bytes by looking at them, their hash and how large a picture they are; and
 * values as bytes.
 */
@NullMarked
package dev.recap.bytes;

import org.jspecify.annotations.NullMarked;
