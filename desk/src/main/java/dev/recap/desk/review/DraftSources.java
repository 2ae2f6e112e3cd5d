package dev.recap.desk.review;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.Ticket;
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

  /**
   * What a ticket's draft may rest on.
   *
   * @param messages all that was said about it; only the customer's count
   * @param guidance what the desk's rules say
   */
  public static DraftSources of(
      Ticket ticket, List<Message> messages, List<Evidence> evidence, String guidance) {
    List<String> said =
        new ArrayList<>(
            List.of(ticket.id(), ticket.asked().subject(), ticket.asked().description()));
    messages.stream()
        .filter(message -> message.kind() == Message.Kind.CUSTOMER)
        .map(Message::text)
        .forEach(said::add);
    return new DraftSources(ticket.asked().customer(), said, evidence, List.of(guidance));
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
