/**
 * The model as a port: a request goes out, a whole reply comes back or an exception says why not.
 */
@NullMarked
package dev.recap.model;

import org.jspecify.annotations.NullMarked;
