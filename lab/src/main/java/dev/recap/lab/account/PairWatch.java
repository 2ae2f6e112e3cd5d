package dev.recap.lab.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.anthropic.Exchange;
import dev.recap.lab.account.RepeatedQueue.Pair;
import dev.recap.lab.scenario.ScenarioListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks through the requests of one run for what shows that a customer wrote before.
 *
 * <p>A pair is noticeable during the work when the first request that tells the second ticket's
 * customer also tells that the first ticket had the same; at the end, when the last request tells
 * the customer of both.
 */
final class PairWatch implements ScenarioListener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Pair> pairs;
  private final Set<Pair> handled = new HashSet<>();
  private int during;
  private String lastRequest = "{}";

  PairWatch(List<Pair> pairs) {
    this.pairs = pairs;
  }

  @Override
  public void exchange(Exchange exchange) {
    if (!exchange.delivered()) {
      return;
    }
    lastRequest = exchange.requestJson();
    List<Pair> waiting =
        pairs.stream()
            .filter(pair -> !handled.contains(pair))
            .filter(pair -> lastRequest.contains("TICKET-" + pair.second()))
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    Evidence evidence = Evidence.of(json(lastRequest));
    for (Pair pair : waiting) {
      if (tells(evidence, pair.second(), pair) && handled.add(pair)) {
        during += tells(evidence, pair.first(), pair) ? 1 : 0;
      }
    }
  }

  private static boolean tells(Evidence evidence, int ticket, Pair pair) {
    return evidence.customer(ticket).orElse(0) == pair.customer();
  }

  /** Pairs that were noticeable when their second ticket was handled. */
  int during() {
    return during;
  }

  /** Pairs that the last request shows. */
  int atEnd() {
    Evidence evidence = lastEvidence();
    return (int)
        pairs.stream()
            .filter(
                pair -> tells(evidence, pair.first(), pair) && tells(evidence, pair.second(), pair))
            .count();
  }

  /** What the last request says. */
  Evidence lastEvidence() {
    return Evidence.of(json(lastRequest));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request went out that is not JSON", e);
    }
  }
}
