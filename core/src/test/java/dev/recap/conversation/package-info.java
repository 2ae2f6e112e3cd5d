@NullMarked
package dev.recap.conversation;

import org.jspecify.annotations.NullMarked;
