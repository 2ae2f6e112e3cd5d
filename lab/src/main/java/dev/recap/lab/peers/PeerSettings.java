package dev.recap.lab.peers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Each peer at its default and at its best working setting.
 *
 * <p>The best ones were looked for with {@code recap lab peers --alone --setting ...} on the
 * tickets of seed 42, over the knobs that decide what is sent; the setting that completes the work
 * with the fewest tokens won. What is best for 5 tickets can be useless for 50, where a summary
 * alone has about 8,000 tokens, so that there was a search at 50, too. Prompt caching was on
 * wherever the library can have it.
 */
public final class PeerSettings {
  private static final Map<String, String> CACHED = Map.of("cache", "on");

  private PeerSettings() {}

  /** The settings of one peer, its default first. */
  public static List<PeerSetting> of(Peer peer) {
    return switch (peer) {
      case TYPESCRIPT_SDK -> typescriptSdk();
      case JAVA_SDK -> javaSdk();
      case LANGCHAIN4J -> langChain4j();
      case ADK -> adk();
      case API -> api();
    };
  }

  /**
   * The threshold, from 2,500 to 10,000 at 5 tickets (2,500: 140,328 tokens, 3,250: 125,407, 3,500:
   * 129,185, 5,000: 140,267) and from 7,500 to 16,000 at 50; the task in the system prompt was
   * dearer at all but 2,500, where it never ended.
   */
  private static List<PeerSetting> typescriptSdk() {
    Peer peer = Peer.TYPESCRIPT_SDK;
    return List.of(
        new PeerSetting(peer, "default", Map.of()),
        new PeerSetting(peer, "tutorial", Map.of("threshold", "5000")),
        new PeerSetting(peer, "cached", CACHED),
        new PeerSetting(peer, "best at 5", Map.of("threshold", "3250", "cache", "on")),
        new PeerSetting(peer, "best at 50", Map.of("threshold", "9000", "cache", "on")));
  }

  /**
   * The threshold from 2,750 to 4,500 at 5 tickets (2,750: 113,785 tokens, 3,000: 110,270, 3,250:
   * 116,699), after every reply or after mark_complete alone (3,000: 112,431), and from 3,000 to
   * 16,000 at 50, after mark_complete (3,000: 6,185,196 tokens and 5.33 dollars with caching,
   * 7,000: 6,352,932 and 4.71, 9,000: 6,484,474 and 4.53, 11,000: 7,495,182 and 4.84): nearly flat
   * in tokens, so that the cheapest was taken. The desk's prompt as instructions makes no
   * difference.
   */
  private static List<PeerSetting> javaSdk() {
    Peer peer = Peer.JAVA_SDK;
    return List.of(
        new PeerSetting(peer, "default", Map.of()),
        new PeerSetting(peer, "cached", CACHED),
        new PeerSetting(peer, "best at 5", Map.of("threshold", "3000", "cache", "on")),
        new PeerSetting(
            peer,
            "best at 50",
            Map.of("threshold", "9000", "after", "mark_complete", "cache", "on")));
  }

  /**
   * The windows: 10, 20, 40 and 80 messages, 3,000, 5,000, 8,000 and 12,000 tokens. None that drops
   * anything completes the work, so that its best is no memory at all.
   */
  private static List<PeerSetting> langChain4j() {
    Peer peer = Peer.LANGCHAIN4J;
    return List.of(
        new PeerSetting(peer, "default", Map.of()),
        new PeerSetting(peer, "20 messages", Map.of("messages", "20", "rounds", "limit")),
        new PeerSetting(peer, "5,000 tokens", Map.of("tokens", "5000", "rounds", "limit")),
        new PeerSetting(peer, "best", Map.of("rounds", "limit", "cache", "on")));
  }

  /**
   * The threshold from 2,000 to 8,000 and 0 to 8 events kept at 5 tickets (2,500 and 0: 98,348
   * tokens, 2,650 and 0: 89,477, 2,750 and 2: 94,987, 3,000 and 0: 106,437; 2,000 never ends), and
   * from 2,650 to 16,000 at 50 (2,650: 852,428, 3,000: 1,045,394, 4,000: 1,261,721, 9,000:
   * 1,970,237). Without {@code summary=user} none completes the work. The simulator's summarizer
   * finds no statement in the transcript that ADK quotes to it: the summaries are small and name no
   * ticket, which saves tokens and leaves nothing for a closing account.
   */
  private static List<PeerSetting> adk() {
    Peer peer = Peer.ADK;
    return List.of(
        new PeerSetting(peer, "default", Map.of()),
        new PeerSetting(peer, "compaction", Map.of("threshold", "5000", "keep", "2")),
        new PeerSetting(peer, "best", Map.of("threshold", "2650", "keep", "0", "summary", "user")));
  }

  /**
   * On demand in the API's own words at 50 tickets, where the summary itself comes to 8,000 tokens
   * (from 9,000: 3,402,617 tokens and 5.40 dollars with caching, 20,000: 4,475,294 and 1.38), and
   * in at most 570 tokens (3,500: 1,230,733 and 1.22, 4,500: 1,336,169 and 1.04, 6,000: 1,563,148
   * and 0.95, 12,000: 2,576,662 and 0.93, 20,000: 3,804,978 and 1.02); at the threshold from its
   * lowest; clearing from 20,000, at least 2,000 (10,249,981 and 2.59) or 6,000 tokens (10,768,827
   * and 1.97). In tokens and dollars the best are not the same; those taken are near both. A queue
   * of 5 reaches only the second.
   */
  private static List<PeerSetting> api() {
    Peer peer = Peer.API;
    Map<String, String> clearing =
        Map.of("way", "clearing", "from", "20000", "at-least", "6000", "inputs", "kept");
    Map<String, String> all = new TreeMap<>(clearing);
    all.put("inputs", "cleared");
    return List.of(
        new PeerSetting(peer, "on demand", Map.of("way", "on-demand", "from", "20000")),
        new PeerSetting(
            peer, "on demand, short", Map.of("way", "on-demand", "from", "6000", "most", "570")),
        new PeerSetting(peer, "threshold", Map.of("way", "threshold", "from", "50000")),
        new PeerSetting(
            peer, "threshold, short", Map.of("way", "threshold", "from", "50000", "most", "570")),
        new PeerSetting(peer, "clearing", clearing),
        new PeerSetting(peer, "clearing, inputs too", all));
  }
}
