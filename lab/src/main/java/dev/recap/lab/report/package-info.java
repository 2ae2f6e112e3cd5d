/** The figures of a scenario, as people and programs read them. */
@NullMarked
package dev.recap.lab.report;

import org.jspecify.annotations.NullMarked;
