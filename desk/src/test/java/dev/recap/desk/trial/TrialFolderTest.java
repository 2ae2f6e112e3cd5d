package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFolderTest {
  @TempDir private Path parent;

  @Test
  void hasTheResultAsJsonAndAsAPage() throws IOException {
    Path folder = parent.resolve("new/trial");
    TrialResult result = TrialPageTest.result(true, "T-1");
    try (TrialFolder there = TrialFolder.open(folder)) {
      there.write(result);
      there.write(result);
      assertThat(there.page()).content().contains("<!doctype html>");
    }

    assertThat(new ObjectMapper().readTree(folder.resolve(TrialFolder.JSON).toFile()).toString())
        .isEqualTo(new ObjectMapper().valueToTree(result).toString());
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    Path folder = parent.resolve("trial");
    try (TrialFolder there = TrialFolder.open(folder)) {
      there.write(TrialPageTest.result(true, "T-1"));
      assertThat(rights(folder)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
      }
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void filesOfOthersAreNotOverwritten() throws IOException {
    Path page = Files.writeString(parent.resolve(TrialFolder.PAGE), "mine");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialFolder.open(parent))
        .withMessageContainingAll(TrialFolder.PAGE, parent.toString());
    assertThat(page).hasContent("mine");
  }
}
