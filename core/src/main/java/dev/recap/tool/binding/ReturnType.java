package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.ClassUtil;
import dev.recap.conversation.Block;
import dev.recap.tool.Closed;
import dev.recap.tool.Opened;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tool's method returns, judged when the toolbox is built. A future is awaited on the call's
 * own thread, within its time limit; a stream or an iterator becomes a list; an empty optional says
 * so, and an empty optional of {@link Opened} opens nothing. What would have to be asked for its
 * content, and work items inside something else, are refused.
 *
 * @param awaited the type of what a future gives, else the type itself
 */
record ReturnType(JavaType awaited) {

  /** What nobody would ask for its content; the packages are those of reactive libraries. */
  private static final List<Class<?>> UNASKED =
      List.of(
          Flow.Publisher.class, Supplier.class, Callable.class, InputStream.class, Reader.class);

  private static final Pattern REACTIVE =
      Pattern.compile(
          "(org[.]reactivestreams|io[.]reactivex|rx|io[.]smallrye[.]mutiny|kotlinx[.]coroutines)[.].*");

  /** What a single value must not have inside. */
  private static final List<Class<?>> NOT_INSIDE =
      List.of(Opened.class, Closed.class, Future.class, CompletionStage.class, Block.class);

  /**
   * Judges the type.
   *
   * @throws IllegalArgumentException when it would not work as its author expects
   */
  static ReturnType of(String tool, JavaType declared) {
    var type = new ReturnType(awaited(declared));
    JavaType value = type.value();
    boolean worksOn = value.hasRawClass(Opened.class) || value.hasRawClass(Closed.class);
    JavaType inside = worksOn ? value.containedTypeOrUnknown(0) : value;
    String why = isContent(inside) ? null : wrong(inside, new HashSet<>());
    if (value.hasRawClass(Closed.class) && !type.awaited.equals(value)) {
      why = "a tool that closes nothing throws a ToolFailure, so it returns Closed<...> itself";
    }
    if (why != null) {
      throw new IllegalArgumentException(
          "tool '%s' cannot return %s: %s".formatted(tool, declared.toCanonical(), why));
    }
    return type;
  }

  /** Whether it is shown as it is: text, images, documents, or several of them. */
  private static boolean isContent(JavaType type) {
    JavaType each = type.isCollectionLikeType() ? type.getContentType() : streamed(type);
    return each.isTypeOrSubTypeOf(Block.class);
  }

  private static JavaType streamed(JavaType type) {
    boolean several =
        type.isTypeOrSubTypeOf(BaseStream.class) || type.isTypeOrSubTypeOf(Iterator.class);
    return several ? type.containedTypeOrUnknown(0) : type;
  }

  private static JavaType awaited(JavaType type) {
    JavaType future = type.findSuperType(Future.class);
    JavaType waiting = future == null ? type.findSuperType(CompletionStage.class) : future;
    return waiting == null ? type : waiting.containedTypeOrUnknown(0);
  }

  /** What is there if anything is: an optional's content. */
  JavaType value() {
    return awaited.hasRawClass(Optional.class) ? awaited.containedTypeOrUnknown(0) : awaited;
  }

  /** What a look-up of it finds: a word for a tool that says nothing. */
  JavaType found() {
    Class<?> raw = awaited.getRawClass();
    boolean nothing = raw == void.class || raw == Void.class;
    return nothing || raw.isPrimitive()
        ? Binding.JSON.constructType(nothing ? String.class : ClassUtil.wrapperType(raw))
        : awaited;
  }

  /** Why a value would say something else than it holds; null when all is well. */
  private static @Nullable String wrong(JavaType type, Set<JavaType> seen) {
    if (!seen.add(type)) {
      return null;
    }
    if (UNASKED.stream().anyMatch(type::isTypeOrSubTypeOf)
        || ClassUtil.findRawSuperTypes(type.getRawClass(), null, true).stream()
            .anyMatch(each -> REACTIVE.matcher(each.getName()).matches())) {
      return "nobody would ask a %s for its content; return the content, or a CompletableFuture of it"
          .formatted(type.getRawClass().getName());
    }
    if (NOT_INSIDE.stream().anyMatch(type::isTypeOrSubTypeOf)) {
      return "a %s inside something else is not awaited, no work item and not shown; return it by itself"
          .formatted(type.getRawClass().getSimpleName());
    }
    Stream<JavaType> parts = type.getBindings().getTypeParameters().stream();
    if (type.isContainerType()) {
      parts = Stream.concat(parts, Stream.of(type.getContentType()));
    } else if (!type.getRawClass().getName().startsWith("java")) {
      var properties =
          ToolResultReader.JSON.getSerializationConfig().introspect(type).findProperties().stream();
      parts =
          Stream.concat(
              parts,
              properties
                  .filter(BeanPropertyDefinition::couldSerialize)
                  .map(property -> property.getAccessor().getType()));
    }
    return parts.map(part -> wrong(part, seen)).filter(why -> why != null).findFirst().orElse(null);
  }

  /**
   * What the method's value stands for, waiting for a future. An interruption cancels it; what it
   * or a stream fails with is thrown.
   */
  static @Nullable Object settled(@Nullable Object returned) throws Throwable {
    Future<?> waiting =
        returned instanceof Future<?> future
            ? future
            : returned instanceof CompletionStage<?> stage ? stage.toCompletableFuture() : null;
    try {
      return collected(waiting == null ? returned : waiting.get());
    } catch (InterruptedException stopped) {
      waiting.cancel(true);
      throw stopped;
    } catch (ExecutionException failed) {
      throw failed.getCause();
    }
  }

  /** Here, and not while the answer is written: what it throws is the tool's. */
  private static @Nullable Object collected(@Nullable Object value) {
    if (value instanceof BaseStream<?, ?> stream) {
      try (stream) {
        return collected(stream.iterator());
      }
    }
    if (value instanceof Iterator<?> each) {
      List<@Nullable Object> all = new ArrayList<>();
      each.forEachRemaining(all::add);
      return all;
    }
    return value;
  }
}
