package dev.recap.journal;

import static dev.recap.journal.JournalFiles.names;
import static dev.recap.journal.JournalFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Media;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.JournalException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images and documents stand once, by their hash, beside the journal. */
class MediaBesideTest {
  @TempDir Path folder;
  private Path file;
  private Path media;
  private final Media scan = large("scan.png");
  private final Entry asked = new UserSaid("What is this?", true, List.of(scan));

  @BeforeEach
  void beside() {
    file = folder.resolve("run.jsonl");
    media = folder.resolve("run.jsonl.media");
  }

  private static Media large(String name) {
    byte[] bytes = new byte[200_000];
    new Random(7).nextBytes(bytes);
    return Media.of("image/png", bytes).named(name);
  }

  private static Entry answered(String callId, Media... shown) {
    var result = new ToolResult(callId, "the scan", false, List.of(shown));
    return new Answered(result, "the scan", Standing.CONFIRMED, null, null);
  }

  private void write(Entry... entries) {
    JournalFiles.write(file, List.of(entries));
  }

  @Test
  void comeBackWithEveryByte() {
    write(asked);
    Entry back = read(file).getFirst();

    assertThat(back).isEqualTo(asked);
    assertThat(((UserSaid) back).media().getFirst().bytes()).isEqualTo(scan.bytes());
  }

  @Test
  void standOnceHoweverOftenTheyAreShown() throws IOException {
    write(asked, answered("c1", scan), answered("c2", scan.named("again.png"), scan));

    assertThat(names(media)).containsExactly(scan.sha256());
    assertThat(Files.size(file)).isLessThan(4_000);
    assertThat(read(file)).hasSize(3);
  }

  @Test
  void areForTheOwnerAlone() throws IOException {
    write(asked);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(media)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(media.resolve(scan.sha256()))))
        .isEqualTo("rw-------");
  }

  @Test
  void needNoFolderWhereNothingIsShown() {
    write(new UserSaid("Hello.", true), answered("c1"));

    assertThat(names(folder)).doesNotContain("run.jsonl.media");
  }

  @Test
  void areOnTheDiskBeforeTheirLineIs() {
    for (int acts = 0; ; acts++) {
      Path here = folder.resolve("run-" + acts);
      var disk = new FaultyDisk();
      try (var journal = JsonLinesJournal.open(here, disk, () -> "id")) {
        disk.failsAfter(acts);
        try {
          journal.append(asked);
        } catch (JournalException failed) {
          assertThat(failed).hasMessageContaining("failed");
        }
      }
      for (Entry entry : read(here)) {
        assertThat(((UserSaid) entry).media().getFirst().bytes()).isEqualTo(scan.bytes());
      }
      if (!disk.hasFailed()) {
        assertThat(acts).isGreaterThan(4);
        return;
      }
    }
  }

  @Test
  void thatCannotBeKeptLeaveTheJournalAsItWas() {
    var disk = new FaultyDisk();
    try (var journal = JsonLinesJournal.open(file, disk, () -> "id")) {
      disk.fullAfter(50_000);
      assertThatThrownBy(() -> journal.append(asked))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("nothing was written");
      disk.fullAfter(Long.MAX_VALUE);

      journal.append(asked);
    }
    assertThat(read(file)).containsExactly(asked);
  }

  @Test
  void thatWereChangedOrLostAreNamed() throws IOException {
    write(asked);
    Media shown = ((UserSaid) read(file).getFirst()).media().getFirst();
    Path bytes = media.resolve(scan.sha256());
    byte[] other = scan.bytes();
    other = other.clone();
    other[100_000]++;
    Files.write(bytes, other);
    assertThatThrownBy(shown::bytes)
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
        .hasMessageContaining("'scan.png'")
        .hasMessageContaining(bytes.toString());

    Files.delete(bytes);
    assertThatThrownBy(shown::bytes).hasMessageContaining(bytes.toString());
  }
}
