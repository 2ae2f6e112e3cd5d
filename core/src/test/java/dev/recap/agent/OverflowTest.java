package dev.recap.agent;

import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverflowTest {
  private static RunResult result(ScriptedModel model, String... words) {
    return Agent.builder(model)
        .compaction(Compaction.none())
        .overflowWords(words)
        .build()
        .start("Paint.")
        .result();
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"INVALID_REQUEST", "PROVIDER", "INVALID_REPLY"})
  void aModelThatDoesNotTellItsFailuresApartIsUnderstood(Category category) {
    try (var model = new ScriptedModel().thenFails(category, "400: context_length_exceeded")) {
      assertThat(result(model)).isInstanceOf(RunResult.WindowExceeded.class);
    }
  }

  @Test
  void soIsOneThatThrowsWhatItsLibraryThrows() {
    try (var model =
        new ScriptedModel()
            .then(request -> {
              throw new IllegalStateException("HTTP 400: Input is too long for requested model.");
            })) {
      assertThat(result(model)).isInstanceOf(RunResult.WindowExceeded.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"RATE_LIMIT", "AUTHENTICATION", "TIMEOUT"})
  void aFailureThatIsKnownForAnotherStaysThat(Category category) {
    try (var model = new ScriptedModel().thenFails(category, "prompt is too long")) {
      assertThatThrownBy(() -> result(model))
          .isInstanceOfSatisfying(
              ModelException.class, e -> assertThat(e.category()).isEqualTo(category));
    }
  }

  @Test
  void anyOtherFailureStaysWhatItIs() {
    var failure = new IllegalStateException("no route");
    try (var model =
        new ScriptedModel()
            .then(request -> {
              throw failure;
            })) {
      assertThatThrownBy(() -> result(model)).isSameAs(failure);
    }
    try (var model =
        new ScriptedModel()
            .then(request -> {
              throw new IllegalStateException();
            })) {
      assertThatThrownBy(() -> result(model)).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"INVALID_REQUEST", "RATE_LIMIT"})
  void theCallersWordsCountInAnyCaseAndCategory(Category category) {
    try (var model = new ScriptedModel().thenFails(category, "Der TEXT IST ZU LANG.")) {
      assertThat(result(model, "trop long", "Text ist zu lang"))
          .isInstanceOf(RunResult.WindowExceeded.class);
    }
  }

  @Test
  void aModelThatAnswersIsNotDisturbed() {
    try (var model = model(Replies.saying("Ok."))) {
      assertThat(result(model, "Ok")).isEqualTo(new RunResult.Answered("Ok."));
    }
  }

  @Test
  void blankWordsAreRefused() {
    assertThatThrownBy(() -> Agent.builder(new ScriptedModel()).overflowWords(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("blank words are in every failure");
  }
}
