package dev.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a user of the library sees are types of the JDK and of the library: no other version of
 * anything on the user's class path can come between. Aside are JSpecify's marks, which hold
 * nothing, and the collections of PCollections, which neither a JSON library nor a framework brings
 * along.
 */
class PublicApiTest {
  private static final Path CLASSES = classes();
  private static final Set<String> ASIDE = Set.of("org.jspecify.annotations", "org.pcollections");

  /** So many top-level types and no more: a reader has to hold them in the head. */
  private static final int MOST_EXPORTED = 80;

  private static Path classes() {
    var source = dev.recap.agent.Agent.class.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString()));
  }

  private static ModuleDescriptor module() throws IOException {
    try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }

  private static List<String> exported() throws IOException {
    return module().exports().stream()
        .filter(Predicate.not(ModuleDescriptor.Exports::isQualified))
        .map(ModuleDescriptor.Exports::source)
        .toList();
  }

  private static List<Class<?>> publicTypes() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (String exported : exported()) {
      try (var files = Files.list(CLASSES.resolve(exported.replace('.', '/')))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
          String name = file.getFileName().toString().replace(".class", "");
          Class<?> type = Class.forName(exported + "." + name);
          if (isSeen(type)) {
            types.add(type);
          }
        }
      }
    }
    return types;
  }

  private static boolean isSeen(Class<?> type) {
    return isSeen(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (type.getDeclaringClass() == null || isSeen(type.getDeclaringClass()));
  }

  private static boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  @Test
  void namesTypesOfTheJdkAndOfTheLibraryAlone() throws Exception {
    List<String> rooms = exported();
    List<Class<?>> types = publicTypes();
    List<String> foreign = new ArrayList<>();
    for (Class<?> type : types) {
      mentions(type)
          .filter(mention -> !isOurs(mention.named(), rooms))
          .forEach(mention -> foreign.add(mention.toString()));
    }

    assertThat(types).hasSizeGreaterThan(50);
    assertThat(foreign).isEmpty();
  }

  /** Whoever adds a type that users see says so on the page that they read. */
  @Test
  void exportsTheTypesThatTheArchitecturePageLists() throws Exception {
    Map<String, List<String>> exported =
        publicTypes().stream()
            .filter(type -> type.getDeclaringClass() == null)
            .sorted(Comparator.comparing(Class::getName))
            .collect(
                Collectors.groupingBy(
                    Class::getPackageName,
                    TreeMap::new,
                    Collectors.mapping(Class::getSimpleName, Collectors.toList())));
    String page = Files.readString(Path.of("../docs/architecture.md"));
    String listed = page.split("## What is exported\\R")[1].split("```\\R?")[1];

    assertThat(listed.lines())
        .containsExactlyElementsOf(
            exported.entrySet().stream()
                .map(room -> room.getKey() + ": " + String.join(", ", room.getValue()))
                .toList());
    assertThat(exported.values().stream().mapToInt(List::size).sum())
        .isLessThanOrEqualTo(MOST_EXPORTED);
  }

  @Test
  void makesNoUserReadAnotherModule() throws Exception {
    assertThat(module().requires())
        .filteredOn(requires ->
            requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder("org.jspecify", "org.pcollections");
  }

  private static boolean isOurs(Class<?> named, List<String> rooms) {
    String room = named.getPackageName();
    return rooms.contains(room) || room.startsWith("java.") || ASIDE.contains(room);
  }

  /** A type that something public names. */
  private record Mention(String where, Class<?> named) {
    @Override
    public String toString() {
      return where + " names " + named.getName();
    }
  }

  private static Stream<Mention> mentions(Class<?> type) {
    var parts =
        Stream.of(
            Stream.of(type.getGenericInterfaces()),
            Stream.ofNullable(type.getGenericSuperclass()),
            bounds(type.getTypeParameters()),
            marks(type));
    Stream<AnnotatedElement> members =
        Stream.of(
                type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
            .flatMap(Stream::of);
    return Stream.concat(
        named(type.getName(), parts.flatMap(types -> types)),
        Stream.concat(members, components(type))
            .filter(member -> !(member instanceof Member known) || isSeen(known.getModifiers()))
            .flatMap(member -> named(type.getName() + ": " + member, typesOf(member))));
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return type.isRecord() ? Stream.of(type.getRecordComponents()) : Stream.empty();
  }

  private static Stream<Type> typesOf(AnnotatedElement member) {
    return switch (member) {
      case Field field -> Stream.concat(Stream.of(field.getGenericType()), marks(field));
      case RecordComponent part -> Stream.concat(Stream.of(part.getGenericType()), marks(part));
      case Executable code ->
          Stream.of(
                  Stream.of(code.getAnnotatedReturnType().getType()),
                  Stream.of(code.getGenericParameterTypes()),
                  Stream.of(code.getGenericExceptionTypes()),
                  bounds(code.getTypeParameters()),
                  marks(code),
                  Stream.of(code.getParameters()).flatMap(PublicApiTest::marks))
              .flatMap(types -> types);
      case AnnotatedElement other -> throw new AssertionError(other);
    };
  }

  private static Stream<Type> marks(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations()).map(mark -> mark.annotationType());
  }

  private static Stream<Type> bounds(TypeVariable<?>[] variables) {
    return Stream.of(variables).flatMap(variable -> Stream.of(variable.getBounds()));
  }

  private static Stream<Mention> named(String where, Stream<Type> types) {
    return types
        .flatMap(PublicApiTest::classesIn)
        .filter(Objects::nonNull)
        .map(named -> new Mention(where, named));
  }

  private static Stream<Class<?>> classesIn(@Nullable Type type) {
    return switch (type) {
      case null -> Stream.empty();
      case Class<?> array when array.isArray() -> classesIn(array.getComponentType());
      case Class<?> named -> named.isPrimitive() ? Stream.empty() : Stream.of(named);
      case ParameterizedType of ->
          Stream.concat(
              classesIn(of.getRawType()),
              Stream.of(of.getActualTypeArguments()).flatMap(PublicApiTest::classesIn));
      case GenericArrayType array -> classesIn(array.getGenericComponentType());
      case WildcardType wild ->
          Stream.of(wild.getUpperBounds(), wild.getLowerBounds())
              .flatMap(Stream::of)
              .flatMap(PublicApiTest::classesIn);
      case TypeVariable<?> variable -> Stream.empty();
      case Type other -> throw new AssertionError(other);
    };
  }
}
