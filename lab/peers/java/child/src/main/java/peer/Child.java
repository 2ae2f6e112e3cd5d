package peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * One peer as a child process. It says two things on standard output, a line of JSON each: {@code
 * {"peer":"started","version":"..."}} and {@code {"peer":"ended","how":"..."}}. Nothing is counted
 * from what it says.
 */
public final class Child {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Child() {}

  /** A peer's loop, played until it ends by itself; the text says how. */
  @FunctionalInterface
  public interface Loop {
    String play(Orders orders, Desk desk) throws Exception;
  }

  /** Says the version, plays, says how it ended, and ends the process with its threads. */
  public static void play(String[] args, String version, Loop loop) {
    Orders orders = Orders.of(args);
    say(Map.of("peer", "started", "version", version));
    String how;
    try {
      how = loop.play(orders, new Desk(orders.toolsUrl()));
    } catch (Exception e) {
      how = "died: " + rootOf(e);
    }
    say(Map.of("peer", "ended", "how", how));
    System.exit(0);
  }

  /** The version that a library's own jar states. */
  public static String versionOf(String group, String artifact) {
    String path = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    try (InputStream in = Child.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private static void say(Map<String, String> line) {
    try {
      System.out.println(JSON.writeValueAsString(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
