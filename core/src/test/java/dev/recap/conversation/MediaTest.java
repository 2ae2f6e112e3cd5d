package dev.recap.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.recap.testing.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaTest {

  @Nested
  class TheEstimate {
    static Stream<Arguments> pictures() {
      return Stream.of(
          arguments("image/png", Pictures.png(1_500, 1_000)),
          arguments("image/gif", Pictures.gif(1_500, 1_000)),
          arguments("image/jpeg", Pictures.jpeg(1_500, 1_000)),
          arguments("image/webp", Pictures.webp(' ', 1_500, 1_000)),
          arguments("image/webp", Pictures.webp('L', 1_500, 1_000)),
          arguments("image/webp", Pictures.webp('X', 1_500, 1_000)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void ofAPictureGoesByItsPixels(String type, byte[] file) {
      assertThat(Media.of(type, file).tokens()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void ofHalfAHeaderIsTheMost(String type, byte[] file) {
      IntStream.range(1, 9)
          .forEach(length ->
              assertThat(Media.of(type, Arrays.copyOf(file, length)).tokens()).isEqualTo(5_000));
    }

    @Test
    void ofAHugePictureIsTheMost() {
      assertThat(Media.of("image/png", Pictures.png(Integer.MAX_VALUE, 70_000)).tokens())
          .isEqualTo(5_000);
    }

    @Test
    void ofADocumentGoesByItsPages() {
      assertThat(Media.of("application/pdf", Pictures.pdf(7)).tokens()).isEqualTo(21_000);
      assertThat(Media.of("application/pdf", new byte[40]).tokens()).isEqualTo(3_000);
    }

    @Test
    void ofATextGoesByItsBytes() {
      byte[] text = "What the customer wrote.".getBytes(StandardCharsets.UTF_8);
      assertThat(Media.of("text/plain", text).tokens()).isEqualTo(8);
    }
  }

  @Nested
  class IsRefused {
    @Test
    void whenNoModelReadsItsType() {
      assertThatThrownBy(() -> Media.of("image/svg+xml", new byte[9]))
          .hasMessageContaining("image/png, image/jpeg")
          .hasMessageEndingWith("but was 'image/svg+xml'");
    }

    @Test
    void whenItIsEmptyOrTooLarge() {
      assertThatThrownBy(() -> Media.of("image/png", new byte[0]))
          .hasMessageContaining("but has 0");
      assertThatThrownBy(() -> Media.of("image/png", new byte[Media.MOST_BYTES + 1]))
          .hasMessageContaining("must have 1 to 33,554,432 bytes, but has 33,554,433");
    }

    @Test
    void whenNobodyCouldSayItsName() {
      Media photo = Pictures.photo("desk.png");
      assertThatThrownBy(() -> photo.named(" ")).hasMessageStartingWith("a name has 1 to 120");
      assertThatThrownBy(() -> photo.named("x".repeat(121))).hasMessageStartingWith("a name has");
    }
  }

  @Test
  void isTheSameWhereverItsBytesAre() {
    Media photo = Pictures.photo("desk.png");
    var elsewhere =
        new Media("desk.png", "image/png", 33, photo.sha256(), photo.tokens(), any -> new byte[1]);

    assertThat(elsewhere).isEqualTo(photo).hasSameHashCodeAs(photo);
    assertThat(photo).isNotEqualTo(photo.named("table.png"));
    assertThatThrownBy(elsewhere::bytes).hasMessageContaining("'desk.png' are not those it had");
  }
}
