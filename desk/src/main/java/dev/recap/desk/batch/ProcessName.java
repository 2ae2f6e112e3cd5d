package dev.recap.desk.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process by what tells it from every other one, of this machine and of others: its number, when
 * it began, and whose numbers those are. By it another process of the same machine can tell that a
 * holder of a lease is dead.
 *
 * @param began milliseconds since 1970; 0 where the system does not say
 * @param machine the host and the boot or container that the number belongs to
 */
record ProcessName(long number, long began, String machine) {
  private static final Pattern UNBURIED = Pattern.compile(" [ZX]");
  private static final Pattern FORM = Pattern.compile("process (\\d+) \\((\\d+)\\) on (.+)");

  /** The name of this process. */
  static ProcessName ofThisOne() {
    ProcessHandle me = ProcessHandle.current();
    return new ProcessName(me.pid(), began(me), Machine.NAME);
  }

  /** The name as a lease has it; empty for one of another form. */
  static Optional<ProcessName> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new ProcessName(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  String text() {
    return "process %d (%d) on %s".formatted(number, began, machine);
  }

  boolean isOfThisMachine() {
    return machine.equals(Machine.NAME);
  }

  /** Whether it is known that there is no such process any more. */
  boolean isDead() {
    return isOfThisMachine()
        && began != 0
        && ProcessHandle.of(number)
            .filter(ProcessHandle::isAlive)
            .filter(other -> began(other) == began)
            .filter(other -> !isUnburied(number))
            .isEmpty();
  }

  /** Linux keeps a dead process until its parent asks for it, and Java takes it for alive. */
  private static boolean isUnburied(long number) {
    Path linux = Path.of("/proc", Long.toString(number), "stat");
    try {
      String stat = Files.isReadable(linux) ? Files.readString(linux, ISO_8859_1) : "";
      // Number, name in brackets, which may hold anything, and then the state as a letter.
      return UNBURIED.matcher(stat.substring(stat.lastIndexOf(')') + 1)).lookingAt();
    } catch (IOException gone) {
      return true;
    }
  }

  private static long began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Read once, where it is wanted. */
  private static final class Machine {
    static final String NAME = host() + namespace();

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

    /** Two containers may share a host's name, but not the numbers of their processes. */
    private static String namespace() {
      Path linux = Path.of("/proc/self/ns/pid");
      try {
        return Files.isSymbolicLink(linux) ? " " + Files.readSymbolicLink(linux) : "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
