/**
 * Which drafts go out without a person's look: what a lead exempts, and how each draft is settled
 * once when it was handed in.
 */
@NullMarked
package dev.recap.desk.exemption;

import org.jspecify.annotations.NullMarked;
