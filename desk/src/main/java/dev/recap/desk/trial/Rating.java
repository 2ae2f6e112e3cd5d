package dev.recap.desk.trial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Which of two replies a person would rather have sent. */
public enum Rating {
  AGENT_BETTER("agent better"),
  SAME("same"),
  HUMAN_BETTER("human better");

  private final String label;

  Rating(String label) {
    this.label = label;
  }

  /** The name in JSON and in the database. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The one with a label.
   *
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  public static Rating of(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "rating is '%s', but must be one of %s"
                    .formatted(label, Arrays.stream(values()).map(each -> each.label).toList())));
  }
}
