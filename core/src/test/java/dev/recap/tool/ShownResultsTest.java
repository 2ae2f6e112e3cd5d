package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Text;
import dev.recap.testing.Pictures;
import dev.recap.work.Effect;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools that show images and documents. */
class ShownResultsTest {
  private static final Media PHOTO = Pictures.photo("desk.png");
  private static final Media LEASE =
      Media.of("application/pdf", Pictures.pdf(2)).named("lease.pdf");

  /** One way of showing them each. */
  public static final class Shows {
    @Tool(value = "One.", effect = Effect.READ_ONLY)
    public Media one() {
      return PHOTO;
    }

    @Tool(value = "One if there is one.", effect = Effect.READ_ONLY)
    public Optional<Media> maybe() {
      return Optional.of(PHOTO);
    }

    @Tool(value = "Several.", effect = Effect.READ_ONLY)
    public Collection<Media> several() {
      return List.of(PHOTO, LEASE);
    }

    @Tool(value = "With words.", effect = Effect.READ_ONLY)
    public List<Block> withWords() {
      return List.of(new Text("front"), PHOTO, new Text("back"), LEASE);
    }

    @Tool(value = "Streamed.", effect = Effect.READ_ONLY)
    public Stream<Block> streamed() {
      return Stream.of(new Text("front"), PHOTO);
    }

    @Tool(value = "Later.", effect = Effect.READ_ONLY)
    public CompletableFuture<List<Block>> later() {
      return CompletableFuture.completedFuture(List.of(new Text("front"), PHOTO));
    }

    @Tool(value = "Hands out.", effect = Effect.IDEMPOTENT)
    public Opened<List<Block>> handsOut() {
      return Opened.of("T-1", List.of(new Text("front"), PHOTO));
    }

    @Tool(value = "Words alone.", effect = Effect.READ_ONLY)
    public Text words() {
      return new Text("front");
    }
  }

  static Stream<Arguments> ways() {
    String photo = "image \"desk.png\" (image/png, 33 bytes)";
    return Stream.of(
        arguments("one", photo, List.of(PHOTO)),
        arguments("maybe", photo, List.of(PHOTO)),
        arguments(
            "several",
            photo + ", document \"lease.pdf\" (application/pdf, 63 bytes)",
            List.of(PHOTO, LEASE)),
        arguments("with_words", "front\nback", List.of(PHOTO, LEASE)),
        arguments("streamed", "front", List.of(PHOTO)),
        arguments("later", "front", List.of(PHOTO)),
        arguments("hands_out", "front", List.of(PHOTO)),
        arguments("words", "front", List.of()));
  }

  private static ToolAnswer run(Toolbox tools, String tool) {
    return tools.runAll(List.of(Fixture.prepared(tools, tool, "{}"))).getFirst();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void haveATextBesideThem(String tool, String text, List<Media> media) {
    ToolAnswer answer = run(Tools.of(new Shows()), tool);

    assertThat(answer.text()).isEqualTo(text);
    assertThat(answer.media()).isEqualTo(media);
  }

  @Test
  void mayBeForeign() {
    var camera =
        ForeignTool.of(
            "camera",
            "Looks.",
            "{\"type\":\"object\"}",
            (arguments, call) -> List.of(new Text("front"), PHOTO));
    ToolAnswer answer = run(Tools.of(camera), "camera");

    assertThat(answer.text()).isEqualTo("front");
    assertThat(answer.media()).containsExactly(PHOTO);
  }

  /** Hides one where nobody would see it. */
  public static final class Hides {
    /** Words about a picture. */
    public record Page(String words, Media scan) {}

    @Tool(value = "A page.", effect = Effect.READ_ONLY)
    public Page page() {
      return new Page("front", PHOTO);
    }
  }

  @Test
  void areNotHiddenInSomethingElse() {
    assertThatThrownBy(() -> Tools.of(new Hides()))
        .hasMessageContaining("tool 'page' cannot return")
        .hasMessageContaining("a Media inside something else")
        .hasMessageContaining("return it by itself");
  }
}
