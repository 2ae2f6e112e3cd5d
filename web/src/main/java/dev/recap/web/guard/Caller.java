package dev.recap.web.guard;

import dev.recap.web.html.Frame;
import dev.recap.web.people.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and by what they are known.
 *
 * @param scope what the token is good for that they showed; null where it was none
 */
record Caller(Frame.Visitor visitor, @Nullable Scope scope) {}
