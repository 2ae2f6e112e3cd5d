package dev.recap.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Forms and queries, as browsers write them and as nobody should. */
class UrlEncodedTest {
  private static final int MOST = 1_000;

  @Property
  void readsWhatABrowserWrites(
      @ForAll @StringLength(max = 60) String one, @ForAll @StringLength(max = 60) String other) {
    String first = sound(one);
    String second = sound(other);
    Fields fields =
        UrlEncoded.parse(
            "a=%s&b=&a=%s"
                .formatted(
                    URLEncoder.encode(first, StandardCharsets.UTF_8),
                    URLEncoder.encode(second, StandardCharsets.UTF_8)),
            MOST);

    assertThat(fields.all("a")).containsExactly(first, second);
    assertThat(fields.all("b")).containsExactly("");
  }

  @Property
  void whateverItIsGivenItAnswersOrRefuses(@ForAll @StringLength(max = 200) String text) {
    try {
      UrlEncoded.parse(text, MOST);
    } catch (Refusal refusal) {
      assertThat(refusal.status()).isIn(400, 413);
    }
  }

  @Test
  void aFieldWithoutAValueIsEmpty() {
    assertThat(UrlEncoded.parse("a&b=1", MOST).all("a")).containsExactly("");
    assertThat(UrlEncoded.parse("", MOST).optional("a")).isEmpty();
  }

  @Test
  void plainLettersOfAnyLanguageAreRead() {
    assertThat(UrlEncoded.parse("q=größe+🔑", MOST).text("q")).isEqualTo("größe 🔑");
  }

  /** Halves of characters cannot be sent. */
  private static String sound(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
