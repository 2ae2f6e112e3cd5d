package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketSourceTest {
  @Test
  void ofAFileWithFewerTicketsThanAskedForAllAreTaken(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("tickets.jsonl");
    Files.writeString(file, "{\"description\":\"It is dark.\"}\n");

    assertThat(TicketSource.imported(2, file).tickets()).hasSize(1);
  }
}
