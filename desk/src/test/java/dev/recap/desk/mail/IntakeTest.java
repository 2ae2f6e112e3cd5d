package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Ticket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final MailDesk desk = MailDesk.inMemory();
  private final Postman postman = new Postman(desk);

  @AfterEach
  void close() {
    desk.close();
  }

  @Nested
  class AMail {
    @Test
    void ofSomebodyKnownIsTheSameCustomers() {
      Ticket before = desk.ticket();
      postman.take(postman.another().with("From", "ADA.Holm@Example.com"));

      assertThat(desk.ticket(2).asked().customer().number())
          .isEqualTo(before.asked().customer().number());
    }

    @Test
    void ofSomebodyNewIsANewCustomers() {
      Ticket before = desk.ticket();
      postman.take(postman.another().with("From", "bo@example.com"));

      assertThat(desk.ticket(2).asked().customer().number())
          .isNotEqualTo(before.asked().customer().number());
    }

    @Test
    void keepsWhatItQuotesWhereTheDeskDoesNotKnowIt() {
      postman.take(
          postman
              .another()
              .with("In-Reply-To", "<order@shop.example>")
              .saying("Where is it?\n\n> Order 12\n"));

      assertThat(desk.ticket(1).asked().description()).isEqualTo("Where is it?\n\n> Order 12");
    }

    @Test
    void withoutTextIsATicketByItsSubject() {
      postman.take(postman.another().saying("\n"));
      postman.take(postman.another().saying("\n").without("Subject"));

      assertThat(desk.ticket(1).asked().description()).isEqualTo("A dark lamp");
      assertThat(desk.ticket(2).asked().description()).isEqualTo("(no text)");
    }

    @Test
    void thatIsVeryLongIsCutAndKeptInFull() {
      postman.take(postman.another().saying("x".repeat(30_000)));

      assertThat(desk.ticket(1).asked().description())
          .hasSizeLessThan(20_100)
          .endsWith("x\n[10,000 more characters]");
      assertThat(fullTexts()).containsExactly("x".repeat(30_000));
    }

    @Test
    void isKnownByItsMessageId() {
      postman.take(MailBuilder.fromAda());

      assertThat(postman.take(MailBuilder.fromAda().with("Received", "by another way")))
          .isEqualTo(new Taken.Known());
      assertThat(desk.store.tickets()).hasSize(1);
    }

    @Test
    void isAnotherUnderTheSameMessageIdWhereItSaysSomethingElse() {
      postman.take(MailBuilder.fromAda());

      assertThat(postman.take(MailBuilder.fromAda().saying("Now it burns.")))
          .isEqualTo(new Taken.Opened(2));
      assertThat(postman.take(MailBuilder.fromAda().saying("Now it burns.")))
          .isEqualTo(new Taken.Known());
    }

    @Test
    void isKnownByWhatItSaysWhereItHasNoMessageId() {
      postman.take(MailBuilder.fromAda().without("Message-ID"));

      assertThat(postman.take(MailBuilder.fromAda().without("Message-ID")))
          .isEqualTo(new Taken.Known());
      assertThat(postman.take(MailBuilder.fromAda().without("Message-ID").saying("Hello?")))
          .isEqualTo(new Taken.Opened(2));
    }

    private List<String> fullTexts() {
      return desk.in(handle ->
          handle.createQuery("select full_text from mail_taken").mapTo(String.class).list());
    }
  }

  @Test
  void attachmentsAreListedWithTheirTicketOrMessage() {
    String part = "--b\nContent-Type: %s\n\n%s\n";
    MailBuilder mail =
        MailBuilder.fromAda()
            .with("Content-Type", "multipart/mixed; boundary=b")
            .saying(
                part.formatted("text/plain", "see picture")
                    + part.formatted("image/png; name=lamp.png", "123")
                    + "--b--\n");
    postman.take(mail);
    postman.take(mail.with("Message-ID", "<x@y>").with("In-Reply-To", "<ada-1@example.com>"));

    assertThat(
            desk.in(handle ->
                    handle
                        .createQuery(
                            "select name || ' ' || coalesce(message, 0) || ' ' || size from attachment order by id")
                        .mapTo(String.class)
                        .list())
                .toString())
        .isEqualTo("[lamp.png 0 3, lamp.png 1 3]");
  }

  @Test
  void whatIsErasedLeavesNoTextAndIsNotTakenAgain() {
    postman.take(MailBuilder.fromAda());
    postman.take(postman.another().with("Precedence", "bulk"));
    long id = desk.put(MailDesk.reply(1, "Please press the button."));
    desk.in(handle -> {
      MailErasure.erase(handle, 1);
      return 0;
    });

    for (String table :
        List.of("outbox", "mail_taken", "parked_mail", "attachment", "mail_token")) {
      List<String> rows =
          desk.in(handle ->
              handle.createQuery("select * from " + table).mapToMap().map(Object::toString).list());
      assertThat(rows.toString()).as(table).doesNotContain("ada.holm", "dark", "button");
    }
    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WITHDRAWN);
    assertThat(postman.take(MailBuilder.fromAda())).isEqualTo(new Taken.Known());
  }
}
