/** What the desk answers to: routes, each with the role it needs, and what a handler is given. */
@NullMarked
package dev.recap.web.route;

import org.jspecify.annotations.NullMarked;
