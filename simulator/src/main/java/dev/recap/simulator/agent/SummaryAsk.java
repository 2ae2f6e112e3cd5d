package dev.recap.simulator.agent;

import dev.recap.simulator.reader.Passage;
import dev.recap.simulator.reader.Words;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for a summary, whoever words it.
 *
 * @param tagged whether the summary is to stand in summary tags
 * @param openOnly whether only what is still open is to be summarized
 * @param mostTokens how long it may be; {@link Integer#MAX_VALUE} where nothing is said of it
 * @param messages the conversation without the asking
 */
public record SummaryAsk(boolean tagged, boolean openOnly, int mostTokens, List<Message> messages) {
  private static final String VERB =
      "write|create|provide|produce|prepare|compose|generate|give|make|leave|put together|output|return|draw up|set down|send";
  private static final String NOUN =
      "summar(?:y|ies)|summari[sz]ation|notes?|hand-?over|hand-?off|recap|briefing|synopsis|digest|compaction|condensation";
  private static final String START =
      "(?:^|[\\n.:;!?>)]\\s*|\\b(?:please|now|then|and|to|must|should|you|will|could|can|would|it is time to|your (?:task|job) is to)\\s+(?:now\\s+|please\\s+)?)";
  private static final Pattern ASKING =
      Words.words(
          START
              + "(?:"
              + VERB
              + ")\\b[^.!?\\n]{0,90}\\b(?:"
              + NOUN
              + ")\\b"
              + "|"
              + START
              + "(?:summari[sz]e|condense|compress|compact|recap|sum up|brief)\\b[^.!?\\n]{0,90}\\b\\w+"
              + "|\\b(?:i|we) (?:need|want|would like)\\b[^.!?\\n]{0,40}\\b(?:"
              + NOUN
              + ")\\b"
              + "|^\\s*(?:a |an |your )?(?:short |brief |concise )?(?:"
              + NOUN
              + ")\\b[^.!?\\n]{0,80}\\bplease\\b");
  private static final Pattern OF_CONVERSATION =
      Words.words(
          "\\b(?:conversation|so far|transcript|history|dialogue|above|everything that happened|work done|progress|context window)\\b");
  private static final Pattern AT_THE_END =
      Words.words(
          "\\b(?:at the end|when (?:the queue|you are done|all|everything)|finally|once (?:the queue|all|everything)|after (?:all|the last))\\b");
  private static final Pattern TAGS = Words.words("</?summary>");
  private static final Pattern MOST_TOKENS =
      Words.words("\\b(?:at most|no more than|not more than|up to) ([1-9][0-9]{0,5}) tokens\\b");
  private static final Pattern OPEN_ONLY =
      Words.words(
          "\\bonly\\b[^.\\n]{0,60}\\b(?:open|unfinished|in progress|not closed)\\b"
              + "|\\b(?:open|unfinished)\\b[^.\\n]{0,40}\\bonly\\b"
              + "|\\b(?:leave out|omit|skip|do not (?:repeat|list|cover|mention|include|describe))\\b[^.\\n]{0,60}\\b(?:closed|completed|finished)\\b"
              + "|\\b(?:closed|completed|finished)\\b[^.\\n]{0,80}\\b(?:already (?:recorded|on record)|need not|needn't|no need|are not needed)\\b");

  /** The asking in a conversation, if it ends with one. */
  public static Optional<SummaryAsk> in(List<Message> messages) {
    Message last = messages.getLast();
    int index = -1;
    for (int i = 0; i < last.blocks().size(); i++) {
      if (last.blocks().get(i) instanceof Block.Text) {
        index = i;
      }
    }
    if (index < 0) {
      return Optional.empty();
    }
    String text = Passage.own(((Block.Text) last.blocks().get(index)).text());
    boolean task = messages.size() == 1 && index == 0;
    if (!asks(text, task)) {
      return Optional.empty();
    }
    List<Message> rest = new ArrayList<>(messages.subList(0, messages.size() - 1));
    List<Block> kept = new ArrayList<>(last.blocks());
    kept.remove(index);
    if (!kept.isEmpty()) {
      rest.add(new Message(last.role(), kept));
    }
    return Optional.of(worded(text, rest));
  }

  private static SummaryAsk worded(String how, List<Message> messages) {
    return new SummaryAsk(
        TAGS.matcher(how).find(), OPEN_ONLY.matcher(how).find(), mostTokens(how), messages);
  }

  private static int mostTokens(String text) {
    Matcher said = MOST_TOKENS.matcher(text);
    return said.find() ? Integer.parseInt(said.group(1)) : Integer.MAX_VALUE;
  }

  /** The asking of a request for compaction, whose instructions may be empty. */
  static SummaryAsk onDemand(MessagesRequest request) {
    return worded(request.compactionInstructions(), request.messages());
  }

  /** A text in the tags that were asked for. */
  public String wrapped(String text) {
    return tagged ? "<summary>\n" + text + "\n</summary>" : text;
  }

  private static boolean asks(String text, boolean task) {
    if (!ASKING.matcher(text).find()) {
      return false;
    }
    return !task || (OF_CONVERSATION.matcher(text).find() && !AT_THE_END.matcher(text).find());
  }
}
