package dev.recap.desk.connect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.desk.connect.ZammadHttp.Answer;
import dev.recap.desk.mail.Carrier;
import dev.recap.desk.mail.Delivery;
import dev.recap.desk.mail.OutboxEntry;
import dev.recap.desk.mail.Way;
import dev.recap.desk.ticket.TicketStore;
import java.util.Optional;
import java.util.Set;

/** Lays replies into Zammad: as internal notes, or as replies that Zammad sends to the customer. */
final class ZammadCarrier implements Carrier {
  private static final Set<Integer> MENDED_ELSEWHERE = Set.of(401, 403, 408, 429);

  private final TicketStore store;
  private final ZammadHttp http;
  private final String system;

  ZammadCarrier(TicketStore store, ZammadHttp http, String system) {
    this.store = store;
    this.http = http;
    this.system = system;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.NOTE, Way.REPLY);
  }

  @Override
  public Delivery carry(OutboxEntry entry) {
    Optional<Long> remote =
        store.besides(handle -> new Links(handle, system).remote(entry.mail().ticket()));
    if (remote.isEmpty()) {
      return new Delivery.Refused("the ticket is none of Zammad's", false);
    }
    try {
      return delivery(entry, http.post("/api/v1/ticket_articles", article(entry, remote.get())));
    } catch (ZammadException | IllegalStateException e) {
      // Thrown before anything is sent: the pace, or a missing token.
      return new Delivery.Refused(String.valueOf(e.getMessage()), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Unclear("interrupted while Zammad was asked to take it");
    }
  }

  private static ObjectNode article(OutboxEntry entry, long ticket) {
    boolean note = entry.mail().way() == Way.NOTE;
    ObjectNode article = JsonNodeFactory.instance.objectNode();
    article.put("ticket_id", ticket);
    article.put("subject", entry.mail().letter().subject());
    article.put("body", entry.mail().letter().text());
    article.put("content_type", "text/plain");
    article.put("type", note ? "note" : "email");
    article.put("internal", note);
    article.put("sender", "Agent");
    if (!note) {
      article.put("to", entry.mail().letter().recipient());
    }
    return article;
  }

  private Delivery delivery(OutboxEntry entry, Answer answer) {
    return switch (answer) {
      case Answer.NotSent(String why) -> new Delivery.Refused(why, true);
      case Answer.NoAnswer(String why) -> new Delivery.Unclear("Zammad did not answer: " + why);
      case Answer.Answered answered -> {
        long id = answered.body().path("id").asLong(0);
        if (answered.isSuccess() && id > 0) {
          yield accepted(entry, id);
        }
        if (answered.isSuccess() || answered.status() >= 500) {
          yield new Delivery.Unclear("Zammad " + answered.trouble());
        }
        yield new Delivery.Refused(
            "Zammad " + answered.trouble(), MENDED_ELSEWHERE.contains(answered.status()));
      }
    };
  }

  /** So that it is not taken for a colleague's when it is read again. */
  private Delivery accepted(OutboxEntry entry, long article) {
    store.besides(handle -> new Links(handle, system).keep(article, entry.mail().ticket()));
    return new Delivery.Accepted("article " + article);
  }
}
