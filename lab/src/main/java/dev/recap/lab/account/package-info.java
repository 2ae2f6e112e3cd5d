/**
 * What a closing account can rest on: whether the requests of a run show that a customer wrote
 * twice, and whether their counts are those of the store.
 */
@NullMarked
package dev.recap.lab.account;

import org.jspecify.annotations.NullMarked;
