package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.shift.Models;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a desk may be served, and what it finds. */
class StartTest {
  @TempDir private Path folder;

  private static final URI PUBLIC = URI.create("https://desk.example.org");

  @Test
  void onThisMachineNobodyHasToSignIn() {
    try (ServedDesk desk = ServedDesk.in(folder)) {
      var page = desk.browser().get("/");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains(System.getProperty("user.name"))
          .contains("lead")
          .doesNotContain("Sign out");
    }
  }

  @Test
  void fromTheFirstAccountOnEverybodySignsIn() {
    try (ServedDesk desk = ServedDesk.in(folder)) {
      Browser browser = desk.browser();
      assertThat(browser.get("/").statusCode()).isEqualTo(200);

      desk.add("anna", dev.recap.web.people.Role.LEAD);

      assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void whereOthersReachItItWantsAccountsFirst() {
    assertThatThrownBy(() ->
            DeskServer.start(
                new DeskOptions(DeskFolder.at(folder), "0.0.0.0", 0, PUBLIC), 0, Models.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no accounts")
        .hasMessageContaining("user add NAME --role lead --data " + folder);
    assertThatThrownBy(() ->
            DeskServer.start(
                new DeskOptions(DeskFolder.at(folder), "127.0.0.1", 0, PUBLIC), 0, Models.NONE))
        .hasMessageContaining("has no accounts");
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    try (ServedDesk desk = ServedDesk.in(folder)) {
      assertThatThrownBy(() ->
              DeskServer.start(
                  ServedDesk.options(folder.resolve("b"), desk.port(), null), 0, Models.NONE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(String.valueOf(desk.port()));
    }
  }

  @Test
  void anEmptyDeskIsFilledOnceWithInventedTicketsAndTheArticlesForThem() throws IOException {
    DeskServer.start(ServedDesk.options(folder, 0, null), 7, Models.NONE).close();

    try (DeskServer again = DeskServer.start(ServedDesk.options(folder, 0, null), 9, Models.NONE)) {
      assertThat(again.desk().tickets().counts().total()).isEqualTo(7);
      assertThat(again.desk().work().knowledge().library().now())
          .hasSizeGreaterThan(30)
          .allMatch(article -> article.version() == 1 && article.by().equals("the sample"));
    }
  }

  @Test
  void theFolderIsItsOwnersAlone() throws IOException {
    Path made = folder.resolve("a/desk");
    DeskServer.start(ServedDesk.options(made, 0, null), 0, Models.NONE).close();

    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Nested
  class WithAccounts {
    @TempDir private static Path known;

    @BeforeAll
    static void make() {
      ServedDesk.withPeople(known).close();
    }

    @Test
    void whereOthersReachItItWantsAPublicAddress() {
      assertThatThrownBy(() ->
              DeskServer.start(
                  new DeskOptions(DeskFolder.at(known), "0.0.0.0", 0, null), 0, Models.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("host is 0.0.0.0")
          .hasMessageContaining("--public-url");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://desk.example.org",
          "https://desk.example.org/desk",
          "https://user@desk.example.org",
          "https://desk.example.org/?a=b",
          "desk.example.org"
        })
    void thePublicAddressIsAHostWithHttpsAndNothingElse(String url) {
      assertThatThrownBy(() ->
              DeskServer.start(
                  new DeskOptions(DeskFolder.at(known), "127.0.0.1", 0, URI.create(url)),
                  0,
                  Models.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("public-url is '" + url + "'");
    }
  }
}
