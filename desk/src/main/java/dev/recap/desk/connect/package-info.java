/** Connectors to desks that people have: tickets in, drafts back as internal notes or replies. */
@NullMarked
package dev.recap.desk.connect;

import org.jspecify.annotations.NullMarked;
