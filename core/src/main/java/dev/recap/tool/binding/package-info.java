/**
 * Annotated methods and foreign functions as tools that can be called: schemas from types, values
 * from JSON.
 */
@NullMarked
package dev.recap.tool.binding;

import org.jspecify.annotations.NullMarked;
