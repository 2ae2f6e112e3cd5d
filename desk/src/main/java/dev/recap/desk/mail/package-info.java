/**
 * Mail: an outbox that sends at most once, a mailbox that is read and left as it was, and what
 * becomes of a mail.
 */
@NullMarked
package dev.recap.desk.mail;

import org.jspecify.annotations.NullMarked;
