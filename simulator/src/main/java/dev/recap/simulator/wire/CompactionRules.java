package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The rules on compaction on demand: a request that asks for a summary, and requests that carry the
 * signed block it was answered with.
 *
 * <p>Read from the vendor's documentation of the beta {@code compact-2026-09-04}. The texts of
 * errors are worded after it; where it quotes none they are ours.
 */
public final class CompactionRules {
  /** What the header {@code anthropic-beta} has to name. */
  public static final String BETA = "compact-2026-09-04";

  /** The type of the signed block. */
  static final String BLOCK = "compaction";

  private static final int LONGEST_INSTRUCTIONS = 16_384;
  private static final Set<String> FIELDS =
      Set.of("type", "content", "signature", "encrypted_content", "tool_changes", "cache_control");

  private CompactionRules() {}

  static void check(JsonNode body, Model model, Terms terms) {
    boolean beta = terms.has(BETA);
    checkBlocks(body.path("messages"), beta, ThresholdCompaction.in(body).isPresent());
    JsonNode compaction = body.path("compaction");
    if (compaction.isMissingNode() || compaction.isNull()) {
      return;
    }
    if (!beta) {
      throw ApiException.invalid("compaction: requires anthropic-beta: " + BETA);
    }
    if (!model.compacts()) {
      throw ApiException.invalid("compaction: not supported for this model");
    }
    if (!compaction.path("type").asText().equals("summarize")) {
      throw ApiException.invalid("compaction.type: Input should be 'summarize'");
    }
    checkInstructions(compaction.path("instructions"));
    refuse(body, "context_management");
    refuse(body, "stop_sequences");
    if (body.path("output_config").has("format")) {
      throw ApiException.invalid("output_config.format: cannot be combined with compaction");
    }
    if (body.path("output_config").path("task_budget").has("remaining")) {
      throw ApiException.invalid(
          "output_config.task_budget.remaining: cannot be combined with compaction");
    }
    JsonNode messages = body.path("messages");
    for (JsonNode block : messages.path(messages.size() - 1).path("content")) {
      if (block.path("type").asText().equals("tool_use")) {
        throw coded(
            "messages: `tool_use` ids were found without `tool_result` blocks at the end",
            "compaction_incomplete_turn");
      }
    }
    String choice = body.path("tool_choice").path("type").asText();
    if (choice.equals("any") || choice.equals("tool")) {
      throw ApiException.invalid("tool_choice: a forced tool cannot be combined with compaction");
    }
  }

  private static void checkInstructions(JsonNode instructions) {
    if (instructions.isMissingNode() || instructions.isNull()) {
      return;
    }
    if (!instructions.isTextual() || instructions.asText().length() > LONGEST_INSTRUCTIONS) {
      throw ApiException.invalid(
          "compaction.instructions: Input should be a string of at most %s characters",
          LONGEST_INSTRUCTIONS);
    }
  }

  private static void refuse(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isEmpty()) {
      throw ApiException.invalid(field + ": cannot be combined with compaction");
    }
  }

  private static void checkBlocks(JsonNode messages, boolean beta, boolean threshold) {
    int found = 0;
    for (int i = 0; i < messages.size(); i++) {
      JsonNode content = messages.get(i).path("content");
      for (int j = 0; j < content.size(); j++) {
        if (ThresholdCompaction.isBlock(content.get(j))) {
          checkUnsigned(content.get(j), "messages." + i + ".content." + j, threshold);
        } else if (content.get(j).path("type").asText().equals(BLOCK)) {
          checkBlock(content.get(j), "messages." + i + ".content." + j, beta);
          found++;
          if (found > 1) {
            throw coded(
                "messages: at most one compaction block may be sent", "compaction_block_ambiguous");
          }
          if (i > 0 || j > 0) {
            throw coded(
                "messages: the compaction block must come first; remove what it summarizes",
                "compaction_block_misplaced");
          }
        }
      }
    }
  }

  private static void checkUnsigned(JsonNode block, String path, boolean threshold) {
    if (!threshold) {
      throw ApiException.invalid(
          "`compaction` blocks require a `compact_20260112` strategy in"
              + " `context_management.edits`.");
    }
    if (!block.path("content").isNull()) {
      Fields.string(block, "content", path + ".compaction.content");
    }
  }

  private static void checkBlock(JsonNode block, String path, boolean beta) {
    if (!beta) {
      throw ApiException.invalid(
          path + ": Input tag 'compaction' found using 'type' does not match any expected tag");
    }
    for (Iterator<String> names = block.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw ApiException.invalid("%s.compaction.%s: Extra inputs are not permitted", path, name);
      }
    }
    String content = Fields.string(block, "content", path + ".compaction.content");
    Seal seal =
        Seal.read(block.path("signature").asText())
            .orElseThrow(
                () -> coded(path + ": Invalid `signature`", "compaction_signature_invalid"));
    if (!seal.text().equals(Signatures.digest(content))) {
      throw coded(path + ": the content is not the one returned", "compaction_content_mismatch");
    }
  }

  private static ApiException coded(String message, String code) {
    return new ApiException(new ApiError(400, "invalid_request_error", message, Optional.of(code)));
  }
}
