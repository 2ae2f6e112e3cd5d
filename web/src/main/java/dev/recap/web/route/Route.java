package dev.recap.web.route;

import java.util.Objects;

/**
 * What the desk answers to, and who may ask.
 *
 * @param path with its parameters in braces: {@code /tickets/{id}}
 */
public record Route(Method method, String path, Access access, Kind kind, Handler handler) {
  public Route {
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(handler, "handler");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with /, but was '%s'".formatted(path));
    }
  }

  /** How a request looks, and how it is told that it is refused. */
  public sealed interface Kind {
    /** A page to read. */
    record Page() implements Kind {}

    /**
     * A form that is sent, with the form token in it.
     *
     * @param mostBytes of a whole request
     */
    record Form(int mostBytes) implements Kind {}

    /**
     * A form with files, with the form token in it; what is large is kept on disk meanwhile.
     *
     * @param mostBytes of a whole request
     */
    record Upload(int mostBytes) implements Kind {}

    /** A file that pages bring along. */
    record Plain() implements Kind {}

    /**
     * For programs, and in the description of the API.
     *
     * @param mostBytes of a request's JSON
     */
    record Api(ApiDoc doc, int mostBytes) implements Kind {}
  }

  /** The largest body that is read, in bytes. */
  public int mostBytes() {
    return switch (kind) {
      case Kind.Page page -> 0;
      case Kind.Form(int mostBytes) -> mostBytes;
      case Kind.Upload(int mostBytes) -> mostBytes;
      case Kind.Plain plain -> 0;
      case Kind.Api api -> api.mostBytes();
    };
  }

  /** Whether programs ask for it, which show a token and read no pages. */
  public boolean forPrograms() {
    return switch (kind) {
      case Kind.Page page -> false;
      case Kind.Form form -> false;
      case Kind.Upload upload -> false;
      case Kind.Plain plain -> true;
      case Kind.Api api -> true;
    };
  }
}
