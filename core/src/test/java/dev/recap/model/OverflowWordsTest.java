package dev.recap.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences are quoted from those who received them; see {@code docs/limits.md}. */
class OverflowWordsTest {
  private static final String HEAD = "whoever, ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Anthropic | prompt is too long: 208656 tokens > 200000 maximum",
        "Anthropic | input length and `max_tokens` exceed context limit: 196395 + 64000 > 204698",
        "Anthropic | {\"type\":\"request_too_large\",\"message\":\"Request exceeds the maximum size\"}",
        "Vertex | Prompt is too long",
        "Anthropic | Request size exceeds model context window",
        "OpenAI | Your input exceeds the context window of this model. Please adjust your input.",
        "OpenAI | Your input exceeds the model's context window",
        "OpenAI | {\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}",
        "OpenAI | This model's maximum context length is 4097 tokens. However, your messages"
            + " resulted in 7575 tokens. Please reduce the length of the messages.",
        "Azure | Input tokens exceed the configured limit of 272000 tokens. Your messages resulted"
            + " in 4169357 tokens.",
        "LiteLLM | litellm.ContextWindowExceededError: BadRequestError",
        "LiteLLM | Requested token count exceeds the model's maximum context length of 131072",
        "OpenRouter | This endpoint's maximum context length is 32768 tokens. However, you requested"
            + " about 42832 tokens (42832 of text input).",
        "Poolside | Input length 265330 exceeds the maximum allowed input length of 262144 tokens.",
        "Google | The input token count (1200293) exceeds the maximum number of tokens allowed"
            + " (1048576).",
        "Google | The input token count exceeds the maximum number of tokens allowed (1048576).",
        "Bedrock | The model returned the following errors: Input is too long for requested model.",
        "Bedrock | Input Tokens Exceeded: Number of input tokens exceeds maximum length.",
        "Mistral | Prompt contains 159202 tokens and 0 draft tokens, too large for model with 131072"
            + " maximum context length",
        "Cohere | too many tokens: total number of tokens (prompt and prediction) cannot exceed 2048"
            + " - received 6354. Try using a shorter prompt or a smaller max_tokens value.",
        "Cohere | too many tokens: size limit exceeded by 168512 tokens. The limit for this model is"
            + " 132000 tokens.",
        "vLLM | This model's maximum context length is 262144 tokens. However, you requested 0"
            + " output tokens and your prompt contains at least 262145 input tokens",
        "vLLM | The prompt (total length 25938) is too long to fit into the model (context length"
            + " 4096).",
        "vLLM | The decoder prompt (length 16476) is longer than the maximum model length of 16384.",
        "llama.cpp | the request exceeds the available context size. try increasing the context size",
        "llama.cpp | {\"code\":400,\"type\":\"exceed_context_size_error\",\"n_ctx\":8192}",
        "llama-cpp-python | Requested tokens (516) exceed context window of 512",
        "LM Studio | The number of tokens to keep from the initial prompt is greater than the"
            + " context length (n_keep: 13055>= n_ctx: 4096).",
        "LM Studio | the model is loaded with context length of only 7866 tokens, which is not"
            + " enough.",
        "Ollama | input exceeds context length",
        "Ollama | prompt too long; exceeded max context length by 4096 tokens",
        "MLX | Prompt exceeds maximum context length",
        "TGI | Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8192.",
        "Together | The input (265330 tokens) is longer than the model's context length (262144"
            + " tokens).",
        "xAI | This model's maximum prompt length is 131072 but the request contains 136973 tokens.",
        "Groq | Please reduce the length of the messages or completion.",
        "Cerebras | Please reduce the length of the messages or completion. Current length is 42328"
            + " while limit is 40000",
        "DashScope | InternalError.Algo.InvalidParameter: Range of input length should be [1,"
            + " 204800]",
        "Moonshot | Invalid request: Your request exceeded model token limit: 262144 (requested:"
            + " 269030)",
        "MiniMax | invalid params, context window exceeds limit",
        "Copilot | prompt token count of 93854 exceeds the limit of 90000",
        "z.ai | model_context_window_exceeded",
        "ngrok | Input too large: 300000 tokens (max 262144). Shorten your prompt."
      })
  void anOverflowIsToldBy(String whose, String words) {
    assertThat(ModelException.tellsOverflow(400, words)).as(whose).isTrue();
    assertThat(ModelException.tellsOverflow(0, HEAD + words.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(ModelException.tellsOverflow(500, "{\"error\":\"" + words + "\"}"))
        .as("through a gateway that takes it for its own failure")
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_tokens: 250000 > 128000, which is the maximum allowed number of output tokens",
        "max_tokens is too large: 6000. This model supports at most 4096 completion tokens",
        "The maximum tokens you requested exceeds the model limit of 2048. Try again with a lower"
            + " maximum tokens value",
        "too many tokens: max tokens must be less than or equal to 4096, the maximum output length"
            + " for this model - received 1000000.",
        "Too many tokens in batch. Max is 16384 got 17555",
        "This request requires more credits, or fewer max_tokens. You requested up to 65536 tokens",
        "`max_tokens` must be greater than `thinking.budget_tokens`",
        "Invalid 'messages[0].tool_calls[0].id': string too long. Expected a string with maximum"
            + " length 40",
        "compact_20260112: trigger.value must be at least 50000",
        "the server is overloaded",
        ""
      })
  void anotherLimitIsNone(String words) {
    assertThat(ModelException.tellsOverflow(400, words)).isFalse();
    assertThat(ModelException.tellsOverflow(0, words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Request too large for model `llama-3.3-70b-versatile` on tokens per minute (TPM): Limit"
            + " 6000, Requested 14810, please reduce your message size and try again.",
        "Rate limit reached for gpt-4o: maximum context length is not the matter",
        "This request would exceed your organization's rate limit of 30,000 input tokens per minute",
        "ThrottlingException: Too many tokens, please wait before trying again.",
        "Too many tokens per day, please wait before trying again.",
        "{\"type\":\"tokens\",\"code\":\"rate_limit_exceeded\"}",
        "You exceeded your current quota, please check your plan"
      })
  void aRateIsNone(String words) {
    assertThat(ModelException.tellsOverflow(400, words)).isFalse();
    assertThat(ModelException.tellsOverflow(413, words)).isFalse();
  }

  @Test
  void aStatusOf413NeedsNoWords() {
    assertThat(ModelException.tellsOverflow(413, "")).isTrue();
    assertThat(ModelException.tellsOverflow(413, "<h1>413 Request Entity Too Large</h1>")).isTrue();
  }

  @Test
  void aStatusOf429IsARateWhateverItsWords() {
    assertThat(ModelException.tellsOverflow(429, "prompt is too long")).isFalse();
  }

  @Test
  void aLongAnswerIsReadInOneGo() {
    String page = "input token count prompt token count of 1 exceeds ".repeat(20_000);

    assertThat(ModelException.tellsOverflow(502, page)).isFalse();
    assertThat(ModelException.tellsOverflow(502, page + "prompt is too long")).isTrue();
  }
}
