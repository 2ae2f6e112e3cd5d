package dev.recap.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that happened. */
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
  @JsonSubTypes.Type(value = NotesAsked.class, name = "notes-asked"),
  @JsonSubTypes.Type(value = Compacted.class, name = "compacted"),
  @JsonSubTypes.Type(value = Weighed.class, name = "weighed"),
  @JsonSubTypes.Type(value = RunEnded.class, name = "run-ended"),
})
public sealed interface Entry
    permits RunStarted,
        UserSaid,
        Replied,
        Waiting,
        Decided,
        Intended,
        Answered,
        Settled,
        NotesAsked,
        Compacted,
        Weighed,
        RunEnded {}
