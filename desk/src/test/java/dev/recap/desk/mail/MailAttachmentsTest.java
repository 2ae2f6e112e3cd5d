package dev.recap.desk.mail;

import static dev.recap.desk.mail.ReadMail.attached;
import static dev.recap.desk.mail.ReadMail.multipart;
import static dev.recap.desk.mail.ReadMail.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes with a mail. */
class MailAttachmentsTest {
  @Test
  void areListedWithWhatTheyAre() {
    IncomingMail mail =
        read(
            multipart(
                "mixed",
                "Content-Type: text/plain\n\nsee picture",
                attached(
                    "Content-Type: image/PNG; name=lamp.png\nContent-Disposition: attachment",
                    new byte[] {1, 2, 3}),
                "Content-Type: message/rfc822\n\nFrom: x@y\n\nforwarded"));

    assertThat(mail.text()).isEqualTo("see picture");
    assertThat(mail.attachments())
        .extracting(Attachment::toString)
        .containsExactly("lamp.png (image/png, 3 bytes)", "mail.eml (message/rfc822, 22 bytes)");
    assertThat(mail.attachments().getFirst().content()).containsExactly(1, 2, 3);
    assertThat(mail.attachments().getFirst().sha256()).startsWith("039058c6f2c0cb49");
  }

  @Test
  void areNotKeptWhenTheyAreTooLarge() {
    Attachment large =
        read(multipart(
                "mixed", attached("Content-Type: application/zip; name=all.zip", new byte[1001])))
            .attachments()
            .getFirst();

    assertThat(large.size()).isEqualTo(1001);
    assertThat(large.content()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'../../etc/passwd', passwd",
    "'C:\\\\Windows\\\\evil.exe', evil.exe",
    "'.htaccess', htaccess",
    "'\u202Egpj.exe', gpj.exe",
    "'a<b>|?.txt', ab.txt",
    "'..', attachment",
    "'=?utf-8?q?Gr=C3=B6=C3=9Fe.pdf?=', Größe.pdf",
  })
  void haveNamesThatDoNoHarm(String given, String name) {
    assertThat(
            read(multipart(
                    "mixed",
                    attached("Content-Type: text/plain; name=\"" + given + "\"", new byte[1])))
                .attachments())
        .extracting(Attachment::name)
        .containsExactly(name);
  }

  @Test
  void keepTheEndingOfALongName() {
    assertThat(Attachment.of("x".repeat(500) + ".pdf", "a/b", new byte[0], 1).name())
        .hasSize(120)
        .endsWith("xx.pdf");
  }

  @Test
  void haveATypeThatIsOne() {
    assertThat(Attachment.of("x", "text/<script>", new byte[0], 1).type())
        .isEqualTo("application/octet-stream");
  }
}
