package dev.recap.desk.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.connect.RemoteTicket.Fields;
import dev.recap.desk.mail.CleanText;
import dev.recap.desk.mail.HtmlText;
import dev.recap.desk.mail.Quotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody said, as Zammad has it.
 *
 * @param from a name with or without an address, as it came
 * @param text plain, with its quotes and the names of what is attached; may be empty
 */
record RemoteArticle(
    long id, Whose whose, boolean internal, String from, String text, Instant createdAt) {
  private static final int MOST_TEXT = 20_000;
  private static final int MOST_FROM = 300;
  private static final int MOST_ATTACHMENTS = 50;

  /** Whose words they are. */
  enum Whose {
    CUSTOMER,
    AGENT,
    /** Nobody's: the other desk's own notices. */
    SYSTEM
  }

  /**
   * The articles of a ticket, oldest first.
   *
   * @throws ZammadException naming the field that is wrong
   */
  static List<RemoteArticle> all(JsonNode answer) {
    if (!answer.isArray()) {
      throw new ZammadException("answered a ticket's articles without a list of them");
    }
    List<RemoteArticle> articles = new ArrayList<>();
    answer.forEach(article -> articles.add(of(article)));
    articles.sort(Comparator.comparingLong(RemoteArticle::id));
    return articles;
  }

  private static RemoteArticle of(JsonNode article) {
    return new RemoteArticle(
        Fields.id(article, "id"),
        whose(article),
        article.path("internal").asBoolean(false),
        CleanText.line(article.path("from").asText(""), MOST_FROM),
        text(article),
        Fields.time(article, "created_at"));
  }

  private static Whose whose(JsonNode article) {
    String sender = Fields.text(article, "sender", 40);
    return switch (sender) {
      case "Customer" -> Whose.CUSTOMER;
      case "Agent" -> Whose.AGENT;
      case "System" -> Whose.SYSTEM;
      default ->
          throw new ZammadException(
              "answered with sender '%s', but Customer, Agent or System was expected"
                  .formatted(sender));
    };
  }

  private static String text(JsonNode article) {
    String body = article.path("body").asText("");
    boolean plain = article.path("content_type").asText("").startsWith("text/plain");
    var text = new StringBuilder(plain ? body : HtmlText.of(body));
    int listed = 0;
    for (JsonNode attachment : article.path("attachments")) {
      if (listed++ == MOST_ATTACHMENTS) {
        break;
      }
      text.append("\n[")
          .append(CleanText.line(attachment.path("filename").asText("?"), 120))
          .append(']');
    }
    return CleanText.cut(CleanText.of(text.toString()), MOST_TEXT);
  }

  /** Without what is quoted, unless that is all. */
  String ownText() {
    String own = Quotes.strip(text);
    return own.isEmpty() ? text : own;
  }
}
