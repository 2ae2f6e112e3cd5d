package dev.recap.anthropic;

import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkingRefusalTest {
  @RegisterExtension final MessagesServer server = new MessagesServer();

  private Category category(String message) {
    server.answers(MessagesServer.error(400, "invalid_request_error", message));
    try (AnthropicModel model = server.model().maxRetries(0).build()) {
      return catchThrowableOfType(ModelException.class, () -> model.ask(saying("a"))).category();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages.3.content.0: Invalid `signature` in `thinking` block. The block is bound to a"
            + " different conversation. Remove the block, or set"
            + " `thinking.block_binding.prefix_mismatch_behavior` to \\\"drop_block\\\".",
        "messages.3.content.0: Invalid `signature` in `thinking` block",
        "messages.1.content.2: Invalid `signature` in `redacted_thinking` block. The block is bound"
            + " to a different organization.",
        "Bad request: {'message': 'messages.1.content.0: Invalid signature in thinking block'}",
        "the thinking block at messages.1 has a signature that cannot be verified",
        "messages.7.content.0: this thinking block is bound to another prompt"
      })
  void ofABlockThatBelongsElsewhereIsSeen(String message) {
    assertThat(category(message)).isEqualTo(Category.STALE_THINKING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages.5.content.0.type: Expected `thinking` or `redacted_thinking`, but found"
            + " `tool_use`. When `thinking` is enabled, a final `assistant` message must start with"
            + " a thinking block",
        "Expected `thinking`, but found `text`",
        "messages.5.content.1: `thinking` or `redacted_thinking` blocks in the latest assistant"
            + " message cannot be modified. These blocks must remain as they were in the original"
            + " response."
      })
  void ofAReplyWithoutItsThinkingIsSeen(String message) {
    assertThat(category(message)).isEqualTo(Category.MISSING_THINKING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thinking.adaptive.block_binding: Extra inputs are not permitted",
        "\\\"thinking.type.enabled\\\" is not supported for this model. Use"
            + " \\\"thinking.type.adaptive\\\" and \\\"output_config.effort\\\" to control thinking"
            + " behavior.",
        "adaptive thinking is not supported on this model",
        "thinking.budget_tokens: Input should be greater than or equal to 1024",
        "messages.2: `tool_use` ids were found without `tool_result` blocks immediately after",
        "messages.0.content.0: Invalid `signature` in `compaction` block",
        "tool_choice: type \\\"tool\\\" and \\\"any\\\" are not supported for this model."
      })
  void isNotSeenInAnotherMistake(String message) {
    assertThat(category(message)).isEqualTo(Category.INVALID_REQUEST);
  }
}
