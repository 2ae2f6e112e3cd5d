/**
 * Calls side by side, each on its thread and under its time limit, and what becomes of late ones.
 */
@NullMarked
package dev.recap.tool.batch;

import org.jspecify.annotations.NullMarked;
