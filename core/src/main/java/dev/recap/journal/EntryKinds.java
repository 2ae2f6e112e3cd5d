package dev.recap.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Under which names entries stand in a journal: said here, so that no public type names Jackson.
 */
final class EntryKinds {
  private EntryKinds() {}

  static SimpleModule module() {
    return new SimpleModule("entry kinds")
        .setMixInAnnotation(Entry.class, OfEntry.class)
        .setMixInAnnotation(ItemChange.class, OfChange.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = UserSaid.class, name = "user-said"),
    @JsonSubTypes.Type(value = Replied.class, name = "replied"),
    @JsonSubTypes.Type(value = Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Intended.class, name = "intended"),
    @JsonSubTypes.Type(value = Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = SummaryAsked.class, name = "summary-asked"),
    @JsonSubTypes.Type(value = Compacted.class, name = "compacted"),
    @JsonSubTypes.Type(value = Weighed.class, name = "weighed"),
    @JsonSubTypes.Type(value = RunEnded.class, name = "run-ended"),
  })
  private interface OfEntry {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ItemChange.ItemOpened.class, name = "opened"),
    @JsonSubTypes.Type(value = ItemChange.ItemBegun.class, name = "begun"),
    @JsonSubTypes.Type(value = ItemChange.ItemClosed.class, name = "closed"),
  })
  private interface OfChange {}
}
