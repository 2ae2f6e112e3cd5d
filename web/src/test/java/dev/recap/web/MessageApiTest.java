package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.Ticket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs bring of customers, and what they find of articles. */
class MessageApiTest {
  private static final String AGAIN = "{\"text\":\"It burns!\"}";

  @TempDir private Path folder;
  private ServedDesk desk;
  private Program program;

  @BeforeEach
  void start() {
    desk = ServedDesk.with(new ByRote("TICKET-1"), folder);
    desk.ticket("Anna", "Charged twice", "I was charged twice.");
    program = new Program(desk.port(), Map.of());
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Ticket ticket() {
    return desk.desk().tickets().ticket("TICKET-1").orElseThrow();
  }

  private List<Message> messages() {
    return desk.desk().tickets().messages(ticket());
  }

  private Program.Reply wrote(String key, String body) {
    return program.post("/api/tickets/TICKET-1/messages", key, body);
  }

  @Nested
  class ACustomerWhoWritesAgain {
    @Test
    void isHeardOnceHoweverOftenTheProgramSaysIt() {
      var first = wrote("1", AGAIN);
      var again = wrote("1", AGAIN);

      assertThat(first.status()).isEqualTo(201);
      assertThat(first.json().path("revision").asInt()).isEqualTo(ticket().care().revision());
      assertThat(again.answer().body()).isEqualTo(first.answer().body());
      assertThat(messages())
          .singleElement()
          .returns("It burns!", Message::text)
          .returns("someone@example.org", Message::author);
    }

    @Test
    void mayBeNamed() {
      wrote("1", "{\"author\":\"bea@example.org\",\"text\":\"It burns!\"}");

      assertThat(messages()).singleElement().returns("bea@example.org", Message::author);
    }

    @Test
    void makesADraftStale() {
      String shift =
          program.post("/api/shifts", "0", "{\"model\":\"rote\"}").json().path("id").asText();
      desk.desk().work().shifts().await(shift);
      String shown = String.valueOf(ticket().handling().draft());
      int before = ticket().care().revision();

      wrote("1", AGAIN);

      var refused =
          desk.browser()
              .post(
                  "/review/1/approve",
                  "revision",
                  String.valueOf(ticket().care().revision()),
                  "draft",
                  shown);
      assertThat(ticket().care().revision()).isEqualTo(before + 1);
      assertThat(refused.statusCode()).isEqualTo(409);
    }

    @Test
    void ofATicketThatIsNotThereIsRefusedByItsName() {
      var reply = program.post("/api/tickets/TICKET-9/messages", "1", AGAIN);

      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.json().path("field").asText()).isEqualTo("id");
      assertThat(reply.json().path("detail").asText()).contains("id is 'TICKET-9'");
    }

    @Test
    void ofAnotherTicketIsAnotherRequest() {
      desk.ticket("Bert", "Dark", "My lamp is dark.");
      wrote("1", AGAIN);

      assertThat(program.post("/api/tickets/TICKET-2/messages", "1", AGAIN).status())
          .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{} | text",
          "{'text':' '} | text",
          "{'text':1} | text",
          "{'text':'x','author':[]} | author",
          "{'text':'x','subject':'y'} | subject"
        })
    void isNotHeardWhenAFieldIsWrong(String body, String field) {
      var reply = wrote("1", body.replace('\'', '"'));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().path("field").asText()).isEqualTo(field);
      assertThat(messages()).isEmpty();
    }
  }

  @Nested
  class ASearch {
    @Test
    void findsArticlesTheBestFirst() {
      desk.desk().work().knowledge().library().take(ArticleFiles.ofTheSample(), "Lea");
      JsonNode hits =
          program.get("/api/knowledge/search?query=charged+twice+refund").json().path("hits");

      assertThat(hits).isNotEmpty();
      assertThat(hits.get(0).fieldNames())
          .toIterable()
          .containsExactly("id", "title", "category", "snippet", "version");
      String category = hits.get(0).path("category").asText();
      assertThat(
              program
                  .get("/api/knowledge/search?query=charged+twice+refund&category=" + category)
                  .json()
                  .path("hits"))
          .isNotEmpty()
          .allSatisfy(hit -> assertThat(hit.path("category").asText()).isEqualTo(category));
      // No article is of it, so it leaves none out.
      assertThat(
              program
                  .get("/api/knowledge/search?query=charged+twice+refund&category=none")
                  .json()
                  .path("hits"))
          .isEqualTo(hits);
    }

    @Test
    void takesAQuery() {
      var reply = program.get("/api/knowledge/search?query=+");

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().path("field").asText()).isEqualTo("query");
    }
  }
}
