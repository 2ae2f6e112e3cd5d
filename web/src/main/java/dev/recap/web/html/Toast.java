package dev.recap.web.html;

import org.jspecify.annotations.Nullable;

/**
 * What a page says once about what was just done.
 *
 * @param undo where a POST takes it back; null where nothing does
 */
public record Toast(String text, @Nullable String undo) {
  /** For what is not taken back by a button. */
  public static Toast of(String text) {
    return new Toast(text, null);
  }

  /**
   * For what can be taken back.
   *
   * @param path of an action without fields of its own
   */
  public static Toast undoable(String text, String path) {
    return new Toast(text, path);
  }
}
