package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.route.Access;
import dev.recap.web.route.Method;
import dev.recap.web.route.Route;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what: each route says which role it needs, and one place looks. */
class RolesTest {
  private static final Section ONE_OF_EACH =
      routes -> {
        for (Access access : Access.values()) {
          String path = "/for/" + access.name().toLowerCase(java.util.Locale.ROOT);
          routes
              .page(path, access, visit -> visit.send(200, "text/plain", new byte[0]))
              .action(path, access, visit -> visit.send(200, "text/plain", new byte[0]));
        }
      };

  /** What may be asked for without signing in, one by one: a new one is a decision. */
  private static final Set<String> FOR_ANYONE =
      Set.of("GET /login", "POST /login", "GET /assets/{file}", "GET /health");

  @TempDir private static Path folder;
  private static ServedDesk desk;

  @BeforeAll
  static void start() {
    desk = ServedDesk.withPeople(folder, ONE_OF_EACH);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "reader, reader, true",
    "reader, reviewer, false",
    "reader, lead, false",
    "reviewer, reader, true",
    "reviewer, reviewer, true",
    "reviewer, lead, false",
    "lead, reader, true",
    "lead, reviewer, true",
    "lead, lead, true"
  })
  void aRoleMayDoWhatThoseBelowItMay(String role, String needed, boolean allowed) {
    Browser browser = desk.signedIn(role);

    var page = browser.get("/for/" + needed);
    var action = browser.post("/for/" + needed);

    assertThat(page.statusCode()).isEqualTo(allowed ? 200 : 403);
    assertThat(action.statusCode()).isEqualTo(allowed ? 200 : 403);
    if (!allowed) {
      assertThat(action.body())
          .contains("takes the role " + needed)
          .contains(role + " has the role " + role);
    }
  }

  @Test
  void everyRouteButAFewNeedsARole() {
    List<Route> open =
        desk.routes().stream().filter(route -> route.access() == Access.ANYONE).toList();

    assertThat(open)
        .extracting(route -> route.method() + " " + route.path())
        .isSubsetOf(FOR_ANYONE);
  }

  @Test
  void whatChangesSomethingTakesMoreThanAReader() {
    assertThat(desk.routes())
        .filteredOn(route -> route.method().isUnsafe() && route.access() == Access.READER)
        .extracting(Route::path)
        .containsExactly("/logout");
  }

  @Test
  void whoIsNotSignedInGetsNothingOfAnyRoute() {
    assertThat(desk.routes())
        .filteredOn(route -> route.access() != Access.ANYONE && route.method() == Method.GET)
        .isNotEmpty()
        .allSatisfy(route -> {
          var answer = desk.browser().get(route.path().replaceAll("\\{\\w+}", "1"));
          assertThat(answer.statusCode()).as(route.path()).isIn(303, 401);
          assertThat(answer.body()).as(route.path()).doesNotContain("<nav");
        });
  }

  @Test
  void theServerAnswersToNothingThatIsNotSuchARoute() {
    var routes = DeskRoutes.of(desk.desk(), TestAddresses.HERE, List.of());
    var server = routes.server();

    assertThat(server.unsafe.internalRouter.allHttpHandlers())
        .extracting(endpoint -> endpoint.endpoint.method.name())
        .containsOnly("BEFORE", "GET", "POST");
    assertThat(server.unsafe.internalRouter.allHttpHandlers()).hasSize(1 + routes.all().size());
  }

  @Test
  void aRouteCannotBeMadeWithoutSayingWhoMayUseIt() {
    org.assertj.core.api.Assertions.assertThatNullPointerException()
        .isThrownBy(() -> new Routes().page("/", null, visit -> {}));
  }
}
