import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Puts every class and every file of the jars in a folder below {@code dev.recap.relocated}, so
 * that no other version of them on a user's class path meets ours:
 *
 * <pre>java -cp ASM Relocate.java JARS CLASSES</pre>
 *
 * <p>Nothing is listed: what is in the jars moves, and all that names it inside them moves along. A
 * text that is put together at run time has to stand in {@link #TEXTS}.
 */
public final class Relocate {
  private static final String ROOM = "dev/recap/relocated/";

  /** Says what stands in the room, which a user's scanner may ask; also: that it is done. */
  private static final String CONTENTS = "META-INF/relocated.txt";

  private static final String TERMS = "META-INF/relocated/";

  /** Class and text in it, to the text that it becomes. Each has to be met. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "com/networknt/schema/resource/MetaSchemaIdResolver classpath:",
          "classpath:" + ROOM,
          "com/networknt/schema/i18n/DefaultMessageSource jsv-messages",
          ROOM.replace('/', '.') + "jsv-messages",
          "com/networknt/schema/i18n/DefaultMessageSource$Holder jsv-messages",
          ROOM.replace('/', '.') + "jsv-messages");

  private final Path classes;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> classNames = new HashSet<>();
  private final Set<String> textsMet = new HashSet<>();

  private Relocate(Path classes) {
    this.classes = classes;
  }

  public static void main(String[] args) throws IOException {
    var relocation = new Relocate(Path.of(args[1]));
    List<Path> jars = jars(Path.of(args[0]));
    String contents =
        jars.stream().map(jar -> jar.getFileName() + "\n").collect(Collectors.joining());
    if (!relocation.isDone(contents, Path.of("build/Relocate.java"))) {
      for (Path jar : jars) {
        relocation.read(jar);
      }
      relocation.writeAll();
      relocation.write(CONTENTS, contents.getBytes());
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var jars = Files.list(folder)) {
      return jars.sorted().toList();
    }
  }

  private boolean isDone(String contents, Path tool) throws IOException {
    Path done = classes.resolve(CONTENTS);
    return Files.exists(done)
        && Files.readString(done).equals(contents)
        && Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(tool)) > 0;
  }

  private void read(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : new ArrayList<>(zip.stream().toList())) {
        String name = entry.getName();
        if (entry.isDirectory() || isLeftOut(name)) {
          continue;
        }
        if (name.startsWith("META-INF/services/") || name.startsWith("META-INF/versions/")) {
          throw new IllegalStateException(jar + " has " + name + ", which nothing here moves yet");
        }
        String place =
            isTerms(name) ? TERMS + jar.getFileName() + name.substring("META-INF".length()) : name;
        if (files.put(place, zip.getInputStream(entry).readAllBytes()) != null) {
          throw new IllegalStateException(
              "two jars have %s; after a change of versions: mvn clean".formatted(name));
        }
        if (name.endsWith(".class")) {
          classNames.add(name.substring(0, name.length() - ".class".length()));
        }
      }
    }
  }

  /** Descriptors of a module, a jar or a native image that these classes no longer are. */
  private static boolean isLeftOut(String name) {
    return name.equals("META-INF/MANIFEST.MF")
        || name.endsWith("module-info.class")
        || name.startsWith("META-INF/native-image/");
  }

  private static boolean isTerms(String name) {
    return name.equals("META-INF/LICENSE") || name.equals("META-INF/NOTICE");
  }

  private void writeAll() throws IOException {
    clear(classes);
    for (var file : files.entrySet()) {
      String name = file.getKey();
      if (name.startsWith("META-INF/")) {
        // The coordinates and the terms, where scanners look for them.
        write(name, file.getValue());
      } else if (name.endsWith(".class")) {
        write(ROOM + name, moved(file.getValue()));
      } else {
        write(ROOM + name, file.getValue());
      }
    }
    if (!textsMet.equals(TEXTS.keySet())) {
      throw new IllegalStateException("of " + TEXTS.keySet() + " only " + textsMet + " were met");
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private byte[] moved(byte[] type) {
    var reader = new ClassReader(type);
    var writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, names(reader.getClassName())), 0);
    return writer.toByteArray();
  }

  private Remapper names(String within) {
    return new Remapper(Opcodes.ASM9) {
      @Override
      public String map(String name) {
        return classNames.contains(name) ? ROOM + name : name;
      }

      @Override
      public Object mapValue(Object value) {
        return value instanceof String text ? movedText(within, text) : super.mapValue(value);
      }
    };
  }

  /** A text that names a class or a file that moves names it where it is afterwards. */
  private String movedText(String within, String text) {
    String rule = within + " " + text;
    if (TEXTS.containsKey(rule)) {
      textsMet.add(rule);
      return TEXTS.get(rule);
    }
    if (classNames.contains(text.replace('.', '/'))) {
      return ROOM.replace('/', '.') + text.replace('/', '.');
    }
    if (text.startsWith("/") && files.containsKey(text.substring(1))) {
      return "/" + ROOM + text.substring(1);
    }
    return files.containsKey(text) ? ROOM + text : text;
  }
}
