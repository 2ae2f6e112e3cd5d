package together;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.messages.MessageCreateParams;
import org.junit.jupiter.api.Test;

/**
 * The vendor's SDK makes the schema of a class with the generator's line 4, and Spring AI with its
 * line 5, under one name: an application has the one or the other, with or without recap. So this
 * is played without Spring AI.
 */
class VendorSchemaTest {
  public static final class Bicycle {
    public String owner = "";
    public int gears;
  }

  @Test
  void itsSchemaOfAClassIsMade() {
    var params =
        MessageCreateParams.builder()
            .model("claude-sonnet-5-5")
            .maxTokens(100)
            .addUserMessage("Which bicycle?")
            .outputConfig(Bicycle.class)
            .build();

    assertThat(params.rawParams().outputConfig().orElseThrow().toString())
        .contains("owner", "gears");
  }
}
