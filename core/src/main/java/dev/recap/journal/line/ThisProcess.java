package dev.recap.journal.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How this process is named to those who want to write what it writes. */
public final class ThisProcess {
  private ThisProcess() {}

  /** By number and host. */
  public static String name() {
    return "process %d on %s".formatted(ProcessHandle.current().pid(), host());
  }

  /** Not by a look-up of addresses, which may take its time. */
  private static String host() {
    Path linux = Path.of("/proc/sys/kernel/hostname");
    try {
      return Files.isReadable(linux)
          ? Files.readString(linux).strip()
          : System.getenv().getOrDefault("COMPUTERNAME", "an unnamed host");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
