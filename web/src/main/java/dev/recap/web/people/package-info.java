/** Who works at the desk, what they may do, and how they prove who they are. */
@NullMarked
package dev.recap.web.people;

import org.jspecify.annotations.NullMarked;
