package dev.recap.journal;

/** One thing that happened. */
public sealed interface Entry
    permits RunStarted,
        UserSaid,
        Replied,
        Waiting,
        Decided,
        Intended,
        Answered,
        Settled,
        SummaryAsked,
        Compacted,
        Weighed,
        RunEnded {}
