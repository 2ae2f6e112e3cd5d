package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A public method of an object that is marked, in the object's class or wherever a superclass or an
 * interface declares it: a proxy repeats neither marks, nor generic types, nor parameters' names.
 */
public final class AnnotatedMethod {
  private static final Logger LOG = LoggerFactory.getLogger(AnnotatedMethod.class);

  private static final TypeFactory TYPES = Binding.JSON.getTypeFactory();

  /** Classes, then interfaces; none comes after one that it extends, as that one extends less. */
  private static final Comparator<JavaType> MOST_SPECIFIC_FIRST =
      Comparator.comparing(JavaType::isInterface)
          .thenComparingInt(
              type -> -ClassUtil.findRawSuperTypes(type.getRawClass(), null, false).size());

  /**
   * How Spring's proxies tell what they stand for; known by name, so that nothing depends on it.
   */
  private static final String KNOWS_TARGET = "org.springframework.aop.TargetClassAware";

  final Object owner;

  /** The same method as each class and interface declares it, the most specific one first. */
  private final List<Declared> declared;

  /** The one that carries the mark: its names and generic types count. */
  private final Declared contract;

  private final Method called;

  /** A method as one type declares it. */
  private record Declared(Method method, JavaType declaredIn) {
    JavaType resolved(Type type) {
      return TYPES.resolveMemberType(type, declaredIn.getBindings());
    }

    List<Class<?>> erasure() {
      return Arrays.stream(method.getGenericParameterTypes())
          .<Class<?>>map(type -> resolved(type).getRawClass())
          .toList();
    }
  }

  /** Stands for a type variable of the object's own class: at run time nobody knows it. */
  private interface Unknown {}

  private AnnotatedMethod(Object owner, List<Declared> declared, Class<? extends Annotation> mark) {
    this.owner = owner;
    this.declared = declared;
    this.contract =
        declared.stream()
            .filter(one -> one.method.isAnnotationPresent(mark))
            .findFirst()
            .orElseThrow();
    List<Method> reachable =
        declared.stream()
            .map(Declared::method)
            .filter(method ->
                Modifier.isStatic(method.getModifiers())
                    || method.getDeclaringClass().isInstance(owner))
            .toList();
    if (reachable.isEmpty() || isHidden(reachable.getFirst())) {
      throw new IllegalArgumentException(
          "%s is a proxy that does not pass on %s, which is marked @%s: declare it in an interface of the proxy, make it not final, or hand over the object itself"
              .formatted(owner.getClass().getName(), contract.method, mark.getSimpleName()));
    }
    // The class may be hidden although the method is public, and the interface may not be.
    this.called =
        reachable.stream()
            .filter(Method::trySetAccessible)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "a method marked @%s must be accessible; open its package to dev.recap.core: %s"
                        .formatted(mark.getSimpleName(), contract.method)));
  }

  /** A proxy by subclass cannot override it, so that it would run on the proxy's empty fields. */
  private boolean isHidden(Method method) {
    return Modifier.isFinal(method.getModifiers())
        && method.getDeclaringClass() != owner.getClass()
        && target(owner) != null;
  }

  /**
   * The marked methods of an object, in the order of their names and then of their parameters.
   *
   * @throws IllegalArgumentException when one is not public, or out of reach
   */
  public static List<AnnotatedMethod> of(Object owner, Class<? extends Annotation> mark) {
    Map<String, List<Declared>> methods = new TreeMap<>();
    for (JavaType type : types(owner)) {
      for (Method method : type.getRawClass().getDeclaredMethods()) {
        if (!method.isBridge() && Modifier.isPublic(method.getModifiers())) {
          var one = new Declared(method, type);
          methods
              .computeIfAbsent(method.getName() + " " + one.erasure(), name -> new ArrayList<>())
              .add(one);
        } else if (!method.isBridge() && method.isAnnotationPresent(mark)) {
          throw new IllegalArgumentException(
              "a method marked @%s must be public: %s".formatted(mark.getSimpleName(), method));
        }
      }
    }
    List<AnnotatedMethod> found =
        methods.values().stream()
            .filter(all -> all.stream().anyMatch(one -> one.method.isAnnotationPresent(mark)))
            .map(all -> new AnnotatedMethod(owner, all, mark))
            .toList();
    if (!found.isEmpty() && Proxy.isProxyClass(owner.getClass()) && target(owner) == null) {
      LOG.warn(
          "{} is a proxy: it has {} marked @{}; what is marked only in the class behind it cannot be seen",
          owner.getClass().getName(),
          found,
          mark.getSimpleName());
    }
    return found;
  }

  /** The object's class and all that it extends and implements; then those of a proxy's target. */
  private static Collection<JavaType> types(Object owner) {
    Map<Class<?>, JavaType> types = new LinkedHashMap<>();
    Stream.of(owner.getClass(), target(owner))
        .filter(Objects::nonNull)
        .forEach(root -> {
          Class<?>[] unknown = new Class<?>[root.getTypeParameters().length];
          Arrays.fill(unknown, Unknown.class);
          JavaType self = TYPES.constructParametricType(root, unknown);
          ClassUtil.findSuperTypes(self, Object.class, true).stream()
              .sorted(MOST_SPECIFIC_FIRST)
              .forEach(type -> types.putIfAbsent(type.getRawClass(), type));
        });
    return types.values();
  }

  /** The class behind a proxy that tells it; else null. */
  private static @Nullable Class<?> target(Object owner) {
    for (Class<?> type : ClassUtil.findRawSuperTypes(owner.getClass(), null, false)) {
      if (type.getName().equals(KNOWS_TARGET)) {
        try {
          return (Class<?>) type.getMethod("getTargetClass").invoke(owner);
        } catch (ReflectiveOperationException changed) {
          LOG.warn("{} does not tell what it stands for", owner.getClass().getName(), changed);
        }
      }
    }
    return null;
  }

  String name() {
    return contract.method.getName();
  }

  /** The annotation where the most specific declaration has it; null when none has. */
  <A extends Annotation> @Nullable A annotation(Class<A> type) {
    return first(one -> one.method.getAnnotation(type));
  }

  private <T> @Nullable T first(Function<Declared, @Nullable T> part) {
    return declared.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** What it returns: the narrowest type that a declaration promises, with its generic types. */
  JavaType returned() {
    JavaType narrowest = contract.resolved(contract.method.getGenericReturnType());
    for (Declared one : declared) {
      JavaType type = one.resolved(one.method.getGenericReturnType());
      if (type.getRawClass() != narrowest.getRawClass()
          && type.isTypeOrSubTypeOf(narrowest.getRawClass())) {
        narrowest = type;
      }
    }
    return narrowest;
  }

  List<Taken> parameters() {
    return IntStream.range(0, contract.method.getParameterCount()).mapToObj(Taken::new).toList();
  }

  /** A parameter, with what any declaration says of it. */
  final class Taken {
    private final int index;
    final Type declaredType;
    final JavaType type;

    private Taken(int index) {
      this.index = index;
      this.declaredType = contract.method.getGenericParameterTypes()[index];
      this.type = contract.resolved(declaredType);
    }

    /** The name in the source. */
    String name() {
      return Stream.concat(Stream.of(contract), declared.stream())
          .map(one -> one.method.getParameters()[index])
          .filter(Parameter::isNamePresent)
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "the parameters of %s have no names: compile it with -parameters"
                      .formatted(contract.method)))
          .getName();
    }

    /** A type variable that nothing binds would be read as if it were its bound. */
    void requireKnown() {
      if (contract.method.getTypeParameters().length > 0
          || type.toCanonical().contains(Unknown.class.getName())) {
        throw new IllegalArgumentException("nothing says which class its type variable stands for");
      }
    }

    <A extends Annotation> @Nullable A annotation(Class<A> type) {
      return first(one -> one.method.getParameters()[index].getAnnotation(type));
    }
  }

  /** Calls it; what it throws is the cause of an {@link InvocationTargetException}. */
  @Nullable Object call(@Nullable Object... arguments) throws ReflectiveOperationException {
    return called.invoke(owner, arguments);
  }

  @Override
  public String toString() {
    return contract.method.toString();
  }
}
