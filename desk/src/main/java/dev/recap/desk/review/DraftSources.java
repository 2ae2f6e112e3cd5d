package dev.recap.desk.review;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What a draft may rest on.
 *
 * @param customer who gets it; name and address may stand in it
 * @param said the ticket's name, its subject, its description and what the customer wrote later
 * @param evidence what the agent read
 * @param allowed what may stand in any draft: the guidance with signature and numbers to call
 */
public record DraftSources(
    Customer customer, List<String> said, List<Evidence> evidence, List<String> allowed) {

  public DraftSources {
    said = List.copyOf(said);
    evidence = List.copyOf(evidence);
    allowed = List.copyOf(allowed);
  }

  /** All of it, text by text. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(said);
    texts.addAll(allowed);
    evidence.forEach(read -> {
      texts.add(read.title());
      texts.add(read.passage());
    });
    if (customer.name() != null) {
      texts.add(customer.name());
    }
    if (customer.email() != null) {
      texts.add(customer.email());
    }
    return texts;
  }
}
