package dev.recap.work;

/** How far "at most once" reaches. Across journals only the idempotency key helps, handed on. */
public enum Scope {
  /** This opening where the call names an item, this journal where it names none. */
  STANDARD,
  /** From the item's opening to its closing: once more when it is opened again. */
  OPENING,
  /** The whole journal, however often the item is opened. */
  JOURNAL
}
