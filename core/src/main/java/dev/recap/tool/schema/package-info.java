/** JSON in one spelling, and JSON Schemas that calls are compared with. */
@NullMarked
package dev.recap.tool.schema;

import org.jspecify.annotations.NullMarked;
