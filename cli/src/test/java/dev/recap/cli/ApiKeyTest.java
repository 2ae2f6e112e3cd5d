package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
  @TempDir private Path dir;

  @Test
  void isReadFromAnEnvFileWithOrWithoutExportAndQuotes() throws IOException {
    assertThat(ApiKey.fromFile(env("OTHER=1\nANTHROPIC_API_KEY=abc\n"))).isEqualTo("abc");
    assertThat(ApiKey.fromFile(env("export ANTHROPIC_API_KEY=\"a b\"\n"))).isEqualTo("a b");
  }

  @Test
  void isMissingWhenTheFileHasNoneOrAnEmptyOne() throws IOException {
    Path empty = env("ANTHROPIC_API_KEY=\n");

    assertThatThrownBy(() -> ApiKey.fromFile(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no API key: set ANTHROPIC_API_KEY");
  }

  private Path env(String text) throws IOException {
    return Files.writeString(dir.resolve(".env"), text);
  }
}
