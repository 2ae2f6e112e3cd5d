package dev.recap.desk.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.mail.Way;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZammadSettingsTest {
  private static final String LEAST =
      "zammad.url = https://desk.example/zammad\nzammad.token-env = ZAMMAD_TOKEN\n";

  @TempDir Path folder;

  private static ZammadSettings read(String text) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    return ZammadSettings.read(properties);
  }

  @Test
  void needLittleAndThenWriteNotesThatNoCustomerSees() throws IOException {
    assertThat(read(LEAST))
        .isEqualTo(
            new ZammadSettings(
                URI.create("https://desk.example/zammad"),
                "ZAMMAD_TOKEN",
                "state.name:new OR state.name:open",
                Way.NOTE,
                60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "zammad.token = x | 'zammad.token' is no setting",
        "zammad.url = http://desk.example | zammad.url was 'http://desk.example', but an https",
        "zammad.url = https://me:pass@desk.example | zammad.url has a user, a query or a fragment",
        "zammad.token-env = | zammad.token-env is missing",
        "zammad.way = mail | zammad.way was 'mail', but 'note' or 'reply' was expected",
        "zammad.requests-a-minute = lots | zammad.requests-a-minute was 'lots', but a number",
        "zammad.requests-a-minute = 0 | zammad.requests-a-minute was 0, but 1 to 6000",
      })
  void sayWhichKeyIsWrong(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LEAST + line))
        .withMessageContaining(message)
        .withMessageNotContaining("pass@");
  }

  @Test
  void standInTheDataFolder() throws IOException {
    assertThat(ZammadSettings.in(folder)).isEmpty();

    Files.writeString(folder.resolve("connect.properties"), LEAST);
    assertThat(ZammadSettings.in(folder)).isPresent();
  }
}
