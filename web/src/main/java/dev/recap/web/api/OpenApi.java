package dev.recap.web.api;

import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.Method;
import dev.recap.web.route.Problem;
import dev.recap.web.route.Route;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of the API, as OpenAPI 3.1, written from the routes that there are. */
public final class OpenApi implements Section {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String BEARER = "token";
  private static final ApiDoc ITSELF =
      ApiDoc.reading(
          "This description", ApiDoc.Answer.json("OpenAPI 3.1", Map.of("type", "object")));

  private final Routes routes;

  /**
   * Describes routes.
   *
   * @param routes all that there are when somebody asks
   */
  public OpenApi(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void addTo(Routes routes) {
    routes.api(
        Method.GET,
        "/api/openapi.json",
        Access.READER,
        ITSELF,
        visit -> visit.json(200, document()));
  }

  private Map<String, Object> document() {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes.all()) {
      if (route.kind() instanceof Route.Kind.Api(ApiDoc doc, int mostBytes)) {
        paths
            .computeIfAbsent(route.path(), unused -> new LinkedHashMap<>())
            .put(route.method().name().toLowerCase(Locale.ROOT), operation(route, doc, mostBytes));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of("title", "Recap desk", "version", "1", "license", Map.of("name", "Apache-2.0")));
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  private static Map<String, Object> operation(Route route, ApiDoc doc, int mostBytes) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", doc.summary());
    operation.put(
        "security",
        route.access() == Access.ANYONE ? List.of() : List.of(Map.of(BEARER, List.of())));
    operation.put("parameters", parameters(route, doc));
    if (doc.body() != null) {
      operation.put(
          "requestBody",
          Map.of(
              "required",
              true,
              "description",
              "At most %,d bytes".formatted(mostBytes),
              "content",
              Map.of("application/json", Map.of("schema", doc.body()))));
    }
    ApiDoc.Answer answer = doc.answer();
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        String.valueOf(answer.status()),
        response(answer.description(), answer.contentType(), answer.schema()));
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    operation.put("responses", responses);
    return operation;
  }

  private static List<Map<String, Object>> parameters(Route route, ApiDoc doc) {
    List<Map<String, Object>> all = new ArrayList<>();
    Matcher names = PARAMETER.matcher(route.path());
    while (names.find()) {
      all.add(
          Map.of("name", names.group(1), "in", "path", "required", true, "schema", Schema.text()));
    }
    for (ApiDoc.Parameter one : doc.parameters()) {
      all.add(
          Map.of(
              "name",
              one.name(),
              "in",
              one.in(),
              "required",
              one.required(),
              "description",
              one.description(),
              "schema",
              one.schema()));
    }
    return all;
  }

  private static Map<String, Object> components() {
    Map<String, Object> problem =
        Schema.object()
            .has("type", Schema.text())
            .has("title", Schema.text())
            .has("status", Schema.number())
            .has("detail", Schema.text())
            .mayHave("field", Schema.text())
            .schema();
    return Map.of(
        "responses",
        Map.of("Problem", response("Why it was refused", Problem.CONTENT_TYPE, problem)),
        "securitySchemes",
        Map.of(BEARER, Map.of("type", "http", "scheme", "bearer")));
  }

  private static Map<String, Object> response(
      String description, String contentType, Map<String, Object> schema) {
    return Map.of(
        "description", description, "content", Map.of(contentType, Map.of("schema", schema)));
  }
}
