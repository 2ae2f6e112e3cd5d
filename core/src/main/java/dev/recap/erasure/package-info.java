/** Takes one work item out of what a journal says, and leaves that something was done. */
@NullMarked
package dev.recap.erasure;

import org.jspecify.annotations.NullMarked;
