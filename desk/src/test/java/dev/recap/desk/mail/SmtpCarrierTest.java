package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.mail.OutboxEntry.Conversation;
import dev.recap.desk.mail.OutboxEntry.Progress;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpCarrierTest {
  private static final OutboxEntry ENTRY =
      new OutboxEntry(
          1,
          new OutgoingMail(
              1,
              null,
              new Letter(MailDesk.ADA, "Re: Größe 🪔", "Guten Tag,\n.\nFrom here on: 日本語\n"),
              Way.MAIL,
              false),
          new Conversation("<r1@desk.example>", "<a2@x>", List.of("<a1@x>", "<a2@x>"), "t0k3n"),
          new Progress(OutboxState.SENDING, null, null, 1),
          MailDesk.NOON,
          MailDesk.NOON);

  private static Delivery carry(MailSettings settings, String secret, OutboxEntry entry) {
    Host smtp = settings.smtp();
    assertThat(smtp).isNotNull();
    return new SmtpCarrier(
            Mailboxes.connections(settings, secret), smtp, InstantSource.fixed(MailDesk.NOON))
        .carry(entry);
  }

  @Nested
  class ToARealServer {
    @Test
    void theReplyArrivesAsItWasApproved() throws Exception {
      try (var mail = new Mailboxes("smtp")) {
        Delivery delivery =
            carry(mail.sending(Security.NONE, Mailboxes.password()), Mailboxes.SECRET, ENTRY);

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        MimeMessage got = mail.server.getReceivedMessages()[0];
        assertThat(got.getContent().toString())
            .isEqualToNormalizingNewlines("Guten Tag,\n.\nFrom here on: 日本語");
        assertThat(got.getSubject()).isEqualTo("Re: Größe 🪔");
        assertThat(got.getFrom())
            .containsExactly(new InternetAddress(Mailboxes.DESK, "Help & Größe", "UTF-8"));
        assertThat(got.getAllRecipients()).containsExactly(new InternetAddress(MailDesk.ADA));
        assertThat(got.getReplyTo())
            .containsExactly(new InternetAddress("help+t0k3n@desk.example"));
        assertThat(got.getSentDate()).isEqualTo(Date.from(MailDesk.NOON));
        assertThat(got.getMessageID()).isEqualTo("<r1@desk.example>");
        assertThat(got.getHeader("In-Reply-To")).containsExactly("<a2@x>");
        assertThat(got.getHeader("References")).containsExactly("<a1@x> <a2@x>");
        assertThat(got.getHeader("Auto-Submitted")).isNull();
        assertThat(got.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(got.getRecipients(Message.RecipientType.CC)).isNull();
      }
    }

    @Test
    void itArrivesOverTlsWithAnAccessToken() {
      try (var mail = new Mailboxes("smtps")) {
        MailSettings settings = mail.sending(Security.TLS, Mailboxes.token());

        assertThat(carry(settings, Mailboxes.SECRET, ENTRY)).isInstanceOf(Delivery.Accepted.class);
        assertThat(mail.server.getReceivedMessages()).hasSize(1);
      }
    }

    @Test
    void nothingIsSaidToAServerWhoseCertificateNobodyVouchesFor() {
      try (var mail = new Mailboxes("smtps")) {
        MailSettings settings = mail.sending(Security.TLS, Mailboxes.token());
        Host smtp = settings.smtp();
        assertThat(smtp).isNotNull();
        var carrier =
            new SmtpCarrier(
                new Connections(settings, () -> Mailboxes.SECRET, Map.of()),
                smtp,
                InstantSource.fixed(MailDesk.NOON));

        assertThat(carrier.carry(ENTRY))
            .isInstanceOfSatisfying(
                Delivery.Refused.class, refused -> assertThat(refused.said()).contains("PKIX"));
      }
    }

    @Test
    void aWrongPasswordIsARefusalThatMayPassAndIsNotShown() {
      try (var mail = new Mailboxes("smtp")) {
        Delivery delivery =
            carry(mail.sending(Security.NONE, Mailboxes.password()), "hunter2", ENTRY);

        assertThat(delivery)
            .isInstanceOfSatisfying(
                Delivery.Refused.class,
                refused -> {
                  assertThat(refused.forNow()).isTrue();
                  assertThat(refused.said()).contains("535").doesNotContain("hunter2");
                });
        assertThat(mail.server.getReceivedMessages()).isEmpty();
      }
    }

    @Test
    void nothingIsSaidToAServerWithoutTheEncryptionThatWasAskedFor() {
      try (var mail = new Mailboxes("smtp")) {
        MailSettings settings = mail.sending(Security.STARTTLS, Mailboxes.password());

        assertThat(carry(settings, Mailboxes.SECRET, ENTRY))
            .isEqualTo(
                new Delivery.Refused(
                    "STARTTLS is required but host does not support STARTTLS", true));
        assertThat(mail.server.getReceivedMessages()).isEmpty();
      }
    }
  }

  @Nested
  class WhenTheServerFails {
    private Delivery against(Map<String, String> answers) throws IOException {
      try (var server = new ScriptedSmtp(answers)) {
        Host host = new Host("127.0.0.1", server.port(), Security.NONE);
        return carry(Mailboxes.sending(host, Mailboxes.password()), Mailboxes.SECRET, ENTRY);
      }
    }

    @Test
    void andNobodyListensItIsARefusalThatMayPass() throws IOException {
      int port;
      try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Host host = new Host("127.0.0.1", port, Security.NONE);

      assertThat(carry(Mailboxes.sending(host, Mailboxes.password()), "x", ENTRY))
          .isInstanceOfSatisfying(
              Delivery.Refused.class, refused -> assertThat(refused.forNow()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "MAIL", "RCPT"})
    void beforeItWasAskedToTakeTheTextNothingWasSent(String command) throws IOException {
      // An unanswered EHLO is followed by a HELO.
      assertThat(against(Map.of(command, ScriptedSmtp.DIES, "HELO", ScriptedSmtp.DIES)))
          .isInstanceOfSatisfying(
              Delivery.Refused.class, refused -> assertThat(refused.forNow()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "."})
    void afterThatNobodyKnows(String command) throws IOException {
      assertThat(against(Map.of(command, ScriptedSmtp.DIES)))
          .isInstanceOfSatisfying(
              Delivery.Unclear.class,
              unclear ->
                  assertThat(unclear.said())
                      .startsWith("the connection ended before the server said"));
    }

    @Test
    void andItsAnswerIsNoneNobodyKnows() throws IOException {
      assertThat(against(Map.of(".", "what?"))).isInstanceOf(Delivery.Unclear.class);
      assertThat(against(Map.of(".", "299 hm"))).isInstanceOf(Delivery.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
      "MAIL, 451 busy, true",
      "MAIL, 552 too much, false",
      "RCPT, 450 greylisted, true",
      "RCPT, 550 no such user, false",
      "DATA, 451 busy, true",
      "DATA, 554 not you, false",
      "., 451 try later, true",
      "., 554 looks like spam, false",
    })
    void withANumberItHasNotTakenIt(String command, String answer, boolean forNow)
        throws IOException {
      assertThat(against(Map.of(command, answer)))
          .isInstanceOfSatisfying(
              Delivery.Refused.class,
              refused -> {
                assertThat(refused.said()).contains(answer);
                assertThat(refused.forNow()).isEqualTo(forNow);
              });
    }

    @Test
    void afterItTookTheTextTheReplyIsSent() throws IOException {
      assertThat(against(Map.of("QUIT", ScriptedSmtp.DIES))).isInstanceOf(Delivery.Accepted.class);
    }
  }

  @Test
  void noOtherMachineIsSpokenToWithoutEncryption() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Host("mail.example.com", 25, Security.NONE))
        .withMessageContaining("'tls' or 'starttls' was expected");
  }
}
