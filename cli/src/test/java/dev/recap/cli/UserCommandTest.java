package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Who may work at a desk, said at the command line. */
@ResourceLock("System.in")
class UserCommandTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path data;

  private Ran user(String typed, String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "user";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--data";
    all[words.length + 2] = data.toString();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return Ran.recap(all);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void somebodyIsAddedWithAPasswordFromStandardInput() {
    Ran added = user(PASSWORD + "\n", "add", "anna", "--role", "lead");

    assertThat(added.exit()).isZero();
    assertThat(added.out()).isEqualToIgnoringNewLines("anna may sign in now, with the role lead.");
    assertThat(user("", "list").out()).contains("anna").contains("lead").doesNotContain(PASSWORD);
  }

  @Test
  void aDeskWithoutPeopleSaysWhatThatMeans() {
    assertThat(user("", "list").out()).contains("Nobody").contains("as a lead");
    assertThat(user("", "list", "--json").out()).contains("\"people\" : [ ]");
  }

  @Test
  void whatCannotBeUsedIsSaidInOneLineWithoutThePassword() {
    user(PASSWORD, "add", "anna", "--role", "lead");

    assertSaid(user("short", "add", "bob", "--role", "reader"), "has 5 characters", "12 to 256");
    assertSaid(user("", "add", "bob", "--role", "reader"), "standard input");
    assertSaid(user(PASSWORD, "add", "bob", "--role", "boss"), "role is 'boss'");
    assertSaid(user(PASSWORD, "add", "Anna", "--role", "reader"), "name is 'Anna'");
    assertSaid(user("", "disable", "bob"), "name is 'bob'");
    assertSaid(user("", "token", "anna", "--scope", "all"), "scope is 'all'");
    assertSaid(user("", "token", "anna", "--scope", "read", "--days", "0"), "days is 0");
    assertSaid(user("", "revoke", "anna", "--label", "x"), "label is 'x'");
  }

  private static void assertSaid(Ran ran, String... words) {
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains(words).doesNotContain(PASSWORD);
  }

  @Test
  void aTokenIsPrintedOnceAndListedWithoutItsSecret() {
    user(PASSWORD, "add", "anna", "--role", "lead");

    Ran token = user("", "token", "anna", "--scope", "read", "--label", "dashboard");

    assertThat(token.out().strip()).matches("recap_[A-Za-z0-9_-]{43}");
    assertThat(user("", "list").out())
        .contains("token dashboard, read, until")
        .doesNotContain(token.out().strip());
    assertThat(user("", "revoke", "anna", "--label", "dashboard").exit()).isZero();
    assertThat(user("", "list").out()).contains("token dashboard, read, over");
  }

  @Test
  void whoIsDisabledStaysOnTheList() {
    user(PASSWORD, "add", "anna", "--role", "lead");

    assertThat(user("", "disable", "anna").exit()).isZero();

    assertThat(user("", "list").out()).contains("disabled since");
    assertSaid(user("", "token", "anna", "--scope", "read"), "may not sign in");
  }

  @Test
  void aPasswordIsNeverAnArgument() {
    assertThat(user("", "add", "anna", PASSWORD, "--role", "lead").exit()).isEqualTo(2);
    assertThat(Ran.recap("user", "add", "--help").out()).doesNotContain("--password");
  }
}
