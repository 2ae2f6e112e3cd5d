package dev.recap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The files that a command is given to read: far too large ones are refused before it begins. */
final class InputFiles {
  /** Tickets, recorded runs and payloads are many; whatever else is read is a page or a table. */
  static final long MOST_BYTES_OF_MANY = 256L << 20;

  static final long MOST_BYTES = 16L << 20;

  private static final Set<String> WRITTEN = Set.of("--json", "--report", "--record");

  private InputFiles() {}

  /**
   * Looks at the sizes of all files that stand in the arguments.
   *
   * @throws IllegalArgumentException naming option, file, size and limit
   */
  static void check(CommandSpec command) {
    for (ArgSpec argument : command.args()) {
      String name = argument.isOption() ? longest(argument) : argument.paramLabel();
      if (!WRITTEN.contains(name)) {
        boolean many = argument.isPositional() || name.equals("--input");
        files(argument.getValue())
            .forEach(file -> check(name, file, many ? MOST_BYTES_OF_MANY : MOST_BYTES));
      }
    }
  }

  private static String longest(ArgSpec argument) {
    return ((OptionSpec) argument).longestName();
  }

  private static List<Path> files(@Nullable Object value) {
    return switch (value) {
      case Path file -> List.of(file);
      case Collection<?> several ->
          several.stream().filter(Path.class::isInstance).map(Path.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private static void check(String name, Path file, long most) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    long size;
    try {
      size = Files.size(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is %s, whose size is not known".formatted(name, file), e);
    }
    if (size > most) {
      throw new IllegalArgumentException(
          "%s is %s with %,d bytes, but at most %,d were expected"
              .formatted(name, file, size, most));
    }
  }
}
