package dev.recap.journal.file;

import dev.recap.bytes.Digest;
import dev.recap.conversation.Media;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.line.MediaShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder beside a journal in which images and documents stand, each once and by its hash. It is
 * made with the first of them, for the owner alone.
 */
public record MediaFolder(Path folder, Disk disk) implements MediaShelf {

  /** The one of a journal. */
  public static MediaFolder of(Path journal, Disk disk) {
    return new MediaFolder(journal.resolveSibling(journal.getFileName() + ".media"), disk);
  }

  @Override
  public void keep(List<Media> shown) throws IOException {
    for (Media media : shown) {
      Path file = file(media);
      if (!Files.exists(file) || Files.size(file) != media.size()) {
        write(media, file);
      }
    }
  }

  private void write(Media media, Path file) throws IOException {
    if (!Files.exists(folder)) {
      Path parent = Objects.requireNonNull(folder.getParent(), "a root is no folder of a journal");
      if (Disk.knows(parent, "posix")) {
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner));
      } else {
        Files.createDirectory(folder);
      }
      disk.syncFolder(parent);
    }
    Path made = Files.createTempFile(folder, "new-", "");
    try (Disk.OpenFile open = disk.open(made)) {
      open.write(0, media.bytes());
      open.sync();
    }
    disk.move(made, file);
    disk.syncFolder(folder);
  }

  @Override
  public byte[] read(Media media) {
    Path file = file(media);
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (Digest.of(bytes).equals(media.sha256())) {
        return bytes;
      }
    } catch (IOException e) {
      throw damaged(media, file, e);
    }
    throw damaged(media, file, null);
  }

  private static JournalException damaged(Media media, Path file, @Nullable IOException cause) {
    return new JournalException(
        Reason.DAMAGED,
        "'%s', which the journal names, is not in %s as it was written"
            .formatted(media.name(), file),
        cause);
  }

  private Path file(Media media) {
    return folder.resolve(media.sha256());
  }
}
