/**
 * The experiment that hides orders in tickets: does one of them reach another ticket, or come out
 * of a compaction as an order?
 */
@NullMarked
package dev.recap.lab.injection;

import org.jspecify.annotations.NullMarked;
