/**
 * What the agent can do at the desk: seven tools, the task that tells how to use them, and an
 * export of both for clients in other languages.
 */
@NullMarked
package dev.recap.desk.tools;

import org.jspecify.annotations.NullMarked;
