package dev.recap.simulator;

/**
 * One request and what it got.
 *
 * @param path the path without the query, such as {@code /v1/messages}
 * @param requestJson the body as it came
 * @param responseJson the message or error as JSON, for a stream the message it amounts to; empty
 *     where the connection was dropped
 * @param status the HTTP status, 0 where the connection was dropped
 * @param requestId as in the {@code request-id} header
 */
public record RecordedExchange(
    String path, String requestJson, String responseJson, int status, String requestId) {}
