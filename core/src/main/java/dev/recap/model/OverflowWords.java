package dev.recap.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The sentences in which providers, servers and gateways refuse a prompt that does not fit, as
 * regular expressions in any case. Sources stand in {@code docs/limits.md}.
 */
final class OverflowWords {
  private static final Pattern OVERFLOW =
      anyOf(
          // Anthropic, also behind Bedrock and Vertex; vLLM; Ollama
          "prompt (is )?too long",
          "exceed context limit",
          "request_too_large|request exceeds the maximum (size|allowed number of bytes)",
          // Codes: OpenAI, Azure, Groq, LiteLLM, z.ai, llama.cpp, GitHub Copilot
          "context[_ ]?(length|window)[_ ]?exceeded",
          "exceed_context_size_error",
          "model_max_prompt_tokens_exceeded",
          // OpenAI, DeepSeek, vLLM, OpenRouter and what imitates them; Mistral
          "maximum context length is",
          "exceeds? (the |this )?(model.?s )?maximum context length",
          "exceeds? (the |this )?(model(.?s)? )?context (window|length|size)",
          "input tokens exceed the configured limit",
          "too large for model with \\d+ maximum context length",
          // Groq, Cerebras
          "reduce the length of the messages",
          // Google
          "input token count.{0,40} exceeds the maximum number of tokens",
          // Bedrock
          "input is too long for requested model",
          "number of input tokens exceeds maximum length",
          // Cohere
          "too many tokens: total number of tokens",
          "too many tokens: size limit exceeded",
          // llama.cpp, llama-cpp-python, LM Studio
          "exceeds? the available context size",
          "greater than the context length",
          "context length of only \\d+ tokens, which is not enough",
          // vLLM, Hugging Face's text-generation-inference, Together, DashScope
          "too long to fit into the model",
          "longer than the (maximum model length|model.?s context length)",
          "`inputs` tokens \\+ `max_new_tokens` must be",
          "range of input length should be",
          // xAI, MiniMax, Moonshot, GitHub Copilot, Poolside
          "maximum prompt length is \\d+",
          "context window exceeds limit",
          "exceeded model token limit",
          "prompt token count of \\d+ exceeds the limit",
          "exceeds the maximum allowed input length",
          // ngrok's gateway
          "input too large: \\d+ tokens");

  /** These speak of tokens, too, but a shorter prompt is not what they ask for. */
  private static final Pattern RATE =
      anyOf(
          "rate[ _-]?limit",
          "too many requests",
          "tokens? per (second|minute|min|hour|day)\\b",
          "\\(TPM\\)",
          "throttl",
          "please wait",
          "quota");

  private OverflowWords() {}

  private static Pattern anyOf(String... sentences) {
    return Pattern.compile(
        String.join("|", List.of(sentences)), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static boolean in(int status, String words) {
    boolean said = status == 413 || OVERFLOW.matcher(words).find();
    return said && status != 429 && !RATE.matcher(words).find();
  }
}
