package dev.recap.tool;

/** A tool's refusal in words for the model: an error result, and nothing has changed. */
public final class ToolFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ToolFailure(String message) {
    super(message);
  }
}
