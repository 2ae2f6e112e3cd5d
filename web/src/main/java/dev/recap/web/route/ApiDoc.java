package dev.recap.web.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a route stands in the description of the API.
 *
 * @param parameters in the query and in headers; those of the path are known from it
 * @param body the schema of the JSON that is sent; null for none
 * @param answer what comes back where all went well
 */
public record ApiDoc(
    String summary, List<Parameter> parameters, @Nullable Map<String, Object> body, Answer answer) {
  public ApiDoc {
    parameters = List.copyOf(parameters);
  }

  /** Of a route that only reads, without parameters. */
  public static ApiDoc reading(String summary, Answer answer) {
    return new ApiDoc(summary, List.of(), null, answer);
  }

  /** The same with one parameter more. */
  public ApiDoc with(Parameter parameter) {
    return new ApiDoc(
        summary, Stream.concat(parameters.stream(), Stream.of(parameter)).toList(), body, answer);
  }

  /** The same with JSON that is sent. */
  public ApiDoc taking(Map<String, Object> schema) {
    return new ApiDoc(summary, parameters, schema, answer);
  }

  /**
   * A parameter.
   *
   * @param in {@code query} or {@code header}
   */
  public record Parameter(
      String name, String in, boolean required, String description, Map<String, Object> schema) {}

  /** What comes back where all went well. */
  public record Answer(
      int status, String contentType, String description, Map<String, Object> schema) {
    /** As JSON, with status 200. */
    public static Answer json(String description, Map<String, Object> schema) {
      return new Answer(200, "application/json", description, schema);
    }
  }
}
