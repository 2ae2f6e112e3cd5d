package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final String KEY = "sk-ant-api03-Ab_9";

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N=KEY",
        "OTHER=1\nN=KEY\n",
        "N=KEY\r\nOTHER=1\r\n",
        "  export  N = KEY  ",
        "N='KEY'",
        "export N=\"KEY\"",
        "N=KEY # the one for tests",
        "N=KEY\t# the one for tests",
        "N=\"KEY\" # the one for tests",
        "N='KEY'# the one for tests",
        "# N=old\nN=KEY",
        "N=\nN=KEY",
        "N=KEY\nN='KEY'",
        "\uFEFFN=KEY",
        "N_OLD=other\nOTHER=$N\nN=KEY\nlines of others : may be anything"
      })
  void isReadAsAllReadersOfSuchFilesReadIt(String text) throws IOException {
    assertThat(ApiKey.fromFile(env(text))).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N=", "N=\"\"", "N= # to be filled in", "#N=KEY", "OTHER=$N"})
  void isMissingWhenTheFileGivesNone(String text) throws IOException {
    Path file = env(text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.fromFile(file))
        .withMessageStartingWith("no API key: set ANTHROPIC_API_KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8808",
        "http://localhost",
        "HTTPS://LOCALHOST/v1",
        "http://[::1]:1"
      })
  void isAPlaceholderForAServerOnThisMachineWhereThereIsNone(String address) throws IOException {
    assertThat(ApiKey.find(env(""), address)).isEqualTo("no-key");
    assertThat(ApiKey.find(env("N=KEY"), address)).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://127.0.0.1.example.org", "http://localhost.example.org", "http://8.8.8.8"})
  void isNeededForAnyOtherServer(String address) throws IOException {
    Path file = env("");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.find(file, address))
        .withMessageStartingWith("no API key");
  }

  @Nested
  class IsRefusedWithoutBeingShown {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "N=KEY#comment | has a # in its value, but a blank before a comment, or quotes",
          "N=KEY and more | has a blank as character 18 of its value",
          "N=\"KEY | begins with a quote that does not end",
          "N=\"KEY\" and | has text behind the closing quote",
          "N=\u201CKEY\u201D | has U+201C as character 1 of its value",
          "N=KEY\u00A0 | has U+00A0 as character 18 of its value",
          "N=KEY\u200B | has U+200B as character 18 of its value",
          "N=\"KEY\\n\" | has a \\ as character 18 of its value",
          "N=${KEY} | has a $ as character 1 of its value",
          "N: KEY | is named in words that assign nothing, but ANTHROPIC_API_KEY=value",
          "N KEY | is named in words that assign nothing",
          "set N=KEY | is named in words that assign nothing",
          "$env:N=KEY | is named in words that assign nothing",
        })
    void whenReadersWouldDiffer(String line, String words) throws IOException {
      Path file = env("OTHER=1\n" + line + "\n");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApiKey.fromFile(file))
          .withMessageStartingWith(file + ", line 2: ANTHROPIC_API_KEY " + words)
          .withMessageContaining("was expected")
          .withMessageNotContaining(KEY);
    }

    @Test
    void whenTwoLinesGiveDifferentOnes() throws IOException {
      Path file = env("N=KEY\nOTHER=1\nN=another\n");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApiKey.fromFile(file))
          .withMessageContaining("one value in line 1 and another in line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void whenTheFileIsWide(String encoding) throws IOException {
      Path file = dir.resolve(".env");
      Files.write(file, ("ANTHROPIC_API_KEY=" + KEY).getBytes(Charset.forName(encoding)));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApiKey.fromFile(file))
          .withMessage(
              file + " is UTF-16 or has NUL bytes in it, but UTF-8 was expected: save it as UTF-8");
    }

    @Test
    void whenTheFileIsLatin1() throws IOException {
      Path file = dir.resolve(".env");
      Files.write(
          file,
          ("A=1\nB=stra\u00dfe\nANTHROPIC_API_KEY=" + KEY).getBytes(StandardCharsets.ISO_8859_1));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApiKey.fromFile(file))
          .withMessage(
              file
                  + ", line 2: is not UTF-8 (byte 0xDF), but UTF-8 was expected: save it as UTF-8");
    }

    @Test
    void whenTheFileIsFarTooLarge() throws IOException {
      Path file = env("x".repeat(70_000));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApiKey.fromFile(file))
          .withMessageContaining("65,536 bytes");
    }
  }

  @Test
  void noBytesAroundItEverBringItIntoAMessage() throws IOException {
    var chance = new SplittableRandom(7);
    String signs = " \t#\"'=\n\r\\$:x\u00e9\uFEFF\0";
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder("export ANTHROPIC_API_KEY=" + KEY + " # a comment\n");
      for (int change = 0; change < 3; change++) {
        text.insert(chance.nextInt(text.length()), signs.charAt(chance.nextInt(signs.length())));
      }
      Path file = Files.writeString(dir.resolve(".env"), text);
      Throwable refused = catchThrowable(() -> ApiKey.fromFile(file));
      if (refused != null) {
        assertThat(refused)
            .isInstanceOf(IllegalArgumentException.class)
            .message()
            .doesNotContain("ant-api", "api03", "Ab_9")
            .doesNotContain("\n");
      }
    }
  }

  /** A file in which N stands for the name and KEY for a key. */
  private Path env(String text) throws IOException {
    String words = text.replaceAll("\\bN\\b", ApiKey.NAME).replace("KEY", "\0");
    String named = words.replace("ANTHROPIC_API_\0", ApiKey.NAME).replace("\0", KEY);
    return Files.writeString(dir.resolve(".env"), named.replace("N_OLD", ApiKey.NAME + "_OLD"));
  }
}
