package dev.recap.lab.count;

import dev.recap.conversation.ToolCall;

/** A call as a delivered reply asked for it. */
public record AskedCall(int turn, ToolCall call) {}
