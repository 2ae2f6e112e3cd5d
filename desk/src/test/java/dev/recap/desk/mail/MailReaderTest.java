package dev.recap.desk.mail;

import static dev.recap.desk.mail.ReadMail.attached;
import static dev.recap.desk.mail.ReadMail.multipart;
import static dev.recap.desk.mail.ReadMail.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.mail.IncomingMail.Nature;
import dev.recap.desk.mail.MailSettings.Limits;
import java.nio.charset.Charset;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
  @Nested
  class TheText {
    @ParameterizedTest
    @CsvSource({
      "iso-8859-1, windows-1252",
      "utf-8, utf-8",
      "iso-8859-15, iso-8859-15",
      "utf-8, windows-1252",
      "us-ascii, windows-1252",
      "us-ascii, utf-8",
      "no-such-charset, utf-8",
      "unknown-8bit, windows-1252",
      "'', windows-1252",
      "utf-16, utf-16",
    })
    void isReadAlsoWhereItsCharsetIsDeclaredWrongly(String declared, String real) {
      byte[] raw =
          MailBuilder.fromAda()
              .with("Content-Type", "text/plain; charset=" + declared)
              .bytes("Größe für 5 €".getBytes(Charset.forName(real)));

      String text = read(raw).text();
      assertThat(text).startsWith("Größe für 5");
    }

    @ParameterizedTest
    @CsvSource({
      "gb2312, 台灯不亮",
      "big5, 檯燈不亮",
      "iso-2022-jp, ランプが暗い",
      "shift_jis, ランプ①",
      "koi8-r, Лампа",
      "euc-kr, 램프가 어둡다"
    })
    void isReadInOtherScripts(String charset, String text) {
      Charset writes =
          Charset.forName(
              charset.equals("shift_jis")
                  ? "windows-31j"
                  : charset.equals("gb2312") ? "GBK" : charset);
      byte[] raw =
          MailBuilder.fromAda()
              .with("Content-Type", "text/plain; charset=\"" + charset + "\"")
              .bytes(text.getBytes(writes));

      assertThat(read(raw).text()).isEqualTo(text);
    }

    @Test
    void comesOutOfItsTransferEncodingAsFarAsThatGoes() {
      MailBuilder mail = MailBuilder.fromAda().with("Content-Type", "text/plain; charset=utf-8");

      assertThat(
              read(mail.with("Content-Transfer-Encoding", "quoted-printable")
                      .saying("Gr=C3=B6=\n=C3=9Fe="))
                  .text())
          .isEqualTo("Größe");
      assertThat(
              read(mail.with("Content-Transfer-Encoding", "base64").saying("SGVs!bG8gd29ybG"))
                  .text())
          .isEqualTo("Hello worl");
      assertThat(read(mail.with("Content-Transfer-Encoding", "x-nothing").saying("Hello")).text())
          .isEqualTo("Hello");
    }

    @Test
    void isThePlainOneOfTwoAlternatives() {
      assertThat(
              read(multipart(
                      "alternative",
                      "Content-Type: text/plain\n\nMy lamp",
                      "Content-Type: text/html\n\n<b>My lamp</b>"))
                  .text())
          .isEqualTo("My lamp");
    }

    @Test
    void isTheLaidOutOneWhereThePlainOneSaysNothing() {
      assertThat(
              read(multipart(
                      "alternative",
                      "Content-Type: text/plain\n\n  \n",
                      "Content-Type: text/html\n\n<p>My <b>lamp</b></p>"))
                  .text())
          .isEqualTo("My lamp");
    }

    @Test
    void isAllOfWhatStandsInOneMail() {
      assertThat(
              read(multipart(
                      "mixed",
                      "Content-Type: text/plain\n\nabove",
                      "Content-Type: text/plain\n\nbelow"))
                  .text())
          .isEqualTo("above\n\nbelow");
    }

    @Test
    void isWhatCameWhereThePartsCannotBeToldApart() {
      assertThat(
              read(MailBuilder.fromAda()
                      .with("Content-Type", "multipart/mixed; boundary=other")
                      .saying("My lamp is dark."))
                  .text())
          .isEqualTo("My lamp is dark.");
    }

    @Test
    void hasNoControlCharacters() {
      assertThat(read(MailBuilder.fromAda().saying("a\u0000b\u001b[31mc\td")).text())
          .isEqualTo("ab[31mc\td");
    }
  }

  @Nested
  class TheSender {
    @Test
    void isWhomAnAnswerWouldGoTo() {
      IncomingMail mail =
          read(
              MailBuilder.fromAda()
                  .with("From", "Shop <shop@shop.example>")
                  .with("Reply-To", "=?utf-8?q?Ada_H=C3=B8lm?= <ada@example.com>"));

      assertThat(mail.envelope().sender())
          .isEqualTo(new IncomingMail.Sender("ada@example.com", "Ada Hølm"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"undisclosed", "", "<>", "a b c", "@", "ada@", "=?broken", "\"a\r\n b\"@c"})
    void isNobodyWhereThereIsNoAddress(String from) {
      assertThat(read(MailBuilder.fromAda().with("From", from)).envelope().sender()).isNull();
    }
  }

  @Nested
  class TheHeaders {
    @Test
    void areReadInAnyEncoding() {
      assertThat(
              read(MailBuilder.fromAda()
                      .with("Subject", "=?iso-8859-1?Q?Gr=F6=DFe?=\r\n =?utf-8?B?8J+qlA==?="))
                  .envelope()
                  .subject())
          .isEqualTo("Größe🪔");
      assertThat(read(MailBuilder.fromAda().with("Subject", "Größe, raw")).envelope().subject())
          .isEqualTo("Größe, raw");
      assertThat(
              read(MailBuilder.fromAda().with("Subject", "=?x-none?Q?abc?=")).envelope().subject())
          .isEqualTo("=?x-none?Q?abc?=");
    }

    @Test
    void nameTheMailsThatItAnswersTheNearestFirst() {
      assertThat(
              read(MailBuilder.fromAda()
                      .with("References", "<a@x> junk <b@x>\r\n\t<c@x>")
                      .with("In-Reply-To", "<c@x> (of Tuesday)"))
                  .envelope()
                  .references())
          .containsExactly("<c@x>", "<b@x>", "<a@x>");
    }

    @Test
    void leadToATicketByTheAddressAlone() {
      assertThat(
              read(MailBuilder.fromAda()
                      .with("To", "x@y.example, \"Help\" <HELP+T0K3N@desk.example>")
                      .with("Cc", "nohelp+other@desk.example"))
                  .envelope()
                  .tokens())
          .containsExactly("t0k3n");
    }
  }

  @Nested
  class WhatCannotBeRead {
    @Test
    void isSaidToBeSoWithWhoseItIs() {
      var nested = new StringBuilder("Content-Type: text/plain\n\nend");
      for (int i = 0; i < 40; i++) {
        nested.insert(0, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
      }
      IncomingMail mail = read(multipart("mixed", nested.toString()));

      assertThat(mail.nature())
          .isInstanceOfSatisfying(
              Nature.Unreadable.class,
              unreadable -> assertThat(unreadable.reason()).contains("nested more than 20 deep"));
      assertThat(mail.envelope().sender())
          .isEqualTo(new IncomingMail.Sender(MailDesk.ADA, "Ada Holm"));
    }
  }

  @Property
  void anyBytesAreAMailOfSomeKind(@ForAll byte[] bytes) {
    assertThat(new MailReader(Mailboxes.OWN, Limits.STANDARD).read(bytes, MailDesk.NOON).envelope())
        .isNotNull();
  }

  @Property
  void aMailThatIsCutOffAnywhereIsStillRead(@ForAll int where) {
    byte[] whole =
        multipart(
                "mixed",
                "Content-Type: text/html\n\n<p>a</p>",
                attached("Content-Type: a/b", new byte[9]))
            .bytes();
    byte[] cut = Arrays.copyOf(whole, Math.floorMod(where, whole.length));

    assertThat(new MailReader(Mailboxes.OWN, Limits.STANDARD).read(cut, MailDesk.NOON).nature())
        .isNotInstanceOf(Nature.Unreadable.class);
  }
}
