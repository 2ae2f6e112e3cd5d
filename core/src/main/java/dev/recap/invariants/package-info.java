/**
 * What a provider accepts: the rules for the messages of a request, one file each, and what is done
 * to a reply so that it may go back.
 */
@NullMarked
package dev.recap.invariants;

import org.jspecify.annotations.NullMarked;
