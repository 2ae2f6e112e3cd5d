package dev.recap.lab.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.anthropic.Exchange;
import dev.recap.journal.Entry;
import dev.recap.lab.account.RepeatedQueue.Pair;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.projection.View;
import dev.recap.recall.RecallQuery;
import dev.recap.recall.originals.Recall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks through the requests of one run for what shows that a customer wrote before.
 *
 * <p>A pair is noticeable during the work when the first request that tells the second ticket's
 * customer also tells that the first ticket had the same; by recall, when it does not, but an
 * answer of recall, asked at that moment with the customer's number alone, names the first ticket;
 * at the end, when the last request tells the customer of both.
 */
final class PairWatch implements ScenarioListener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Pair> pairs;
  private final boolean recall;
  private final Set<Pair> handled = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();
  private int during;
  private int byRecall;
  private String lastRequest = "{}";

  PairWatch(List<Pair> pairs, boolean recall) {
    this.pairs = pairs;
    this.recall = recall;
  }

  @Override
  public void appended(Entry entry) {
    entries.add(entry);
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
        count(pair, evidence);
      }
    }
  }

  private void count(Pair pair, Evidence evidence) {
    if (tells(evidence, pair.first(), pair)) {
      during++;
    } else if (recall && recalled(pair)) {
      byRecall++;
    }
  }

  private boolean recalled(Pair pair) {
    String answer =
        Recall.answer(
            entries, View.of(entries, 0), RecallQuery.words(String.valueOf(pair.customer())));
    return Pattern.compile("TICKET-" + pair.first() + "(?![0-9])").matcher(answer).find();
  }

  private static boolean tells(Evidence evidence, int ticket, Pair pair) {
    return evidence.customer(ticket).orElse(0) == pair.customer();
  }

  /** Pairs that were noticeable when their second ticket was handled. */
  int during() {
    return during;
  }

  /** Further pairs that one question to recall would have found then. */
  int byRecall() {
    return byRecall;
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
