package dev.recap.head;

import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.words.CallText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is on record about an item that is still open: handed out as, done, still required. */
final class OpenItemText {
  private static final int MAX_EFFECTS = 20;

  private OpenItemText() {}

  /**
   * The record as it stands.
   *
   * @param handedOutTokens what it was handed out as may have so many
   */
  static String of(OpeningRecord record, long handedOutTokens, Preview preview) {
    List<String> lines = new ArrayList<>();
    String item = record.opening().toString();
    lines.add(item + " is open." + handedOut(record.handedOut(), handedOutTokens, preview));
    lines.add(item + " done so far: " + orNothing(effects(record.standing())) + ".");
    if (!record.lookedUp().isEmpty()) {
      lines.add(item + " looked up: " + String.join(", ", record.lookedUp()) + ".");
    }
    for (ClosingRule rule : record.closings()) {
      List<String> missing = record.missing(rule);
      // That each tool was called once says nothing where an item is set part by part.
      if (!missing.isEmpty() || !record.inParts(rule)) {
        lines.add(
            "%s still to do before %s: %s."
                .formatted(item, rule.tool(), orNothing(String.join(", ", missing))));
      }
    }
    return String.join("\n", lines);
  }

  /** Estimated tokens of what it was handed out as, whole; more than the room if it is more. */
  static int handedOutTokens(OpeningRecord record, long room) {
    return Preview.lineTokens(record.handedOut(), room);
  }

  private static String handedOut(String text, long tokens, Preview preview) {
    return text.isEmpty() ? "" : " It was handed out as: " + preview.line(text, tokens);
  }

  /** Effects in a few words each; of many, the last ones and how many more there were. */
  static String effects(List<LedgerEffect> effects) {
    int from = Math.max(0, effects.size() - MAX_EFFECTS);
    String shown =
        effects.subList(from, effects.size()).stream()
            .map(OpenItemText::effect)
            .collect(Collectors.joining(", "));
    return from == 0 ? shown : from + " earlier ones, " + shown;
  }

  private static String effect(LedgerEffect effect) {
    return CallText.of(
        effect.call(), effect.opening().map(opening -> opening.item().key()).orElse(""));
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
