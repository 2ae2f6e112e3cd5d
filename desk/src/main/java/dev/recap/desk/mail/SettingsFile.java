package dev.recap.desk.mail;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A file of settings in a desk's folder, as {@link Properties} has them. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * What is read of it; empty when there is no such file.
   *
   * @throws IllegalArgumentException naming the file and the key
   */
  public static <T> Optional<T> read(Path file, Function<Properties, T> read) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(read.apply(properties));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("%s could not be read".formatted(file), e);
    }
  }

  /**
   * Refuses a key that is no setting.
   *
   * @throws IllegalArgumentException naming the key
   */
  public static void refuseOthers(Properties properties, Set<String> keys) {
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!keys.contains(key)) {
        throw new IllegalArgumentException(
            "'%s' is no setting; there are %s".formatted(key, new TreeSet<>(keys)));
      }
    }
  }
}
