package dev.recap.desk.review;

import dev.recap.desk.review.DraftCheck.OtherCustomers;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Evidence;
import java.util.Arrays;
import java.util.List;

/** Drafts for Maria's ticket, where nobody else is a customer, and what they may rest on. */
final class CheckedDraft {
  static final Customer MARIA = new Customer(1, "Maria Weber", "maria@weber.example");

  private CheckedDraft() {}

  static DraftSources sources(String said, String... read) {
    List<Evidence> evidence =
        Arrays.stream(read).map(passage -> new Evidence("a", 1, "", passage)).toList();
    return new DraftSources(MARIA, List.of("TICKET-12", said), evidence, List.of());
  }

  static List<Finding> findings(String draft, DraftSources sources) {
    return new DraftCheck(OtherCustomers.NONE).findings(draft, sources);
  }

  static List<Finding> findings(String draft) {
    return findings(draft, sources(""));
  }
}
