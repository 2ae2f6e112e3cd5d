package dev.recap.conversation;

/** One piece of a message's content. */
public sealed interface Block permits Text, ToolCall, ToolResult, Opaque {}
