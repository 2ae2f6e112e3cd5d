package dev.recap.desk.mail;

import java.util.Optional;

/**
 * What one look into the mailbox came to.
 *
 * @param known mails that had been taken before
 */
public record Look(int tickets, int messages, int bounces, int parked, int known) {
  static final Look NOTHING = new Look(0, 0, 0, 0, 0);

  Look and(Optional<Taken> taken) {
    if (taken.isEmpty()) {
      return this;
    }
    return switch (taken.get()) {
      case Taken.Opened opened -> new Look(tickets + 1, messages, bounces, parked, known);
      case Taken.Added added -> new Look(tickets, messages + 1, bounces, parked, known);
      case Taken.Bounced bounced -> new Look(tickets, messages, bounces + 1, parked, known);
      case Taken.Parked aside -> new Look(tickets, messages, bounces, parked + 1, known);
      case Taken.Known before -> new Look(tickets, messages, bounces, parked, known + 1);
    };
  }

  Look plus(Look more) {
    return new Look(
        tickets + more.tickets,
        messages + more.messages,
        bounces + more.bounces,
        parked + more.parked,
        known + more.known);
  }
}
