package dev.recap.simulator.agent;

import dev.recap.simulator.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * The draft of an answer: a function of the ticket's number alone, so that whatever else an agent
 * forgets, it writes the same draft twice.
 */
final class Drafts {
  private static final List<List<String>> PARAGRAPHS =
      List.of(
          List.of(
              "Thank you for writing to us, and for the care with which you described what happened.",
              "Thank you for your message, which reached the right desk and has our full attention.",
              "Thank you for getting in touch; your words made it easy to see what went wrong.",
              "Thank you for telling us about this, and for your patience while we looked into it."),
          List.of(
              "We have read everything you sent and compared it with what our records show for your account over the past weeks.",
              "A colleague went through the details you gave, step by step, and found the place where things took a wrong turn.",
              "We looked at the whole course of events from the beginning, so that you do not have to explain any of it again.",
              "Your case was checked against the guidance we keep for situations like this one, and it fits a pattern we know."),
          List.of(
              "The team that knows this kind of matter best now has it, with all the notes, and will act on it without waiting for anything more from you.",
              "From here on the specialists for this kind of question look after it, and they have all the facts they need to settle it.",
              "The people who can put this right have the case in front of them and know what you are hoping for.",
              "Those who look after such matters every day have taken it over and will see it through to the end."),
          List.of(
              "In the meantime, please keep any message or number you have received from us, since it helps us find your case at once.",
              "If you like, you can follow what happens in your overview, where every change is shown with its date.",
              "Should anything change on your side before then, a short reply to this message is enough and reaches us directly.",
              "There is nothing you have to do for now; if we need a detail from you, we will ask for it in plain words."),
          List.of(
              "We expect to have an answer for you within two working days, and you will hear from us even if it takes longer.",
              "You will hear from us again within one working day, with what was found and what was done about it.",
              "Most cases like yours are settled within three working days, and we will write to you as soon as yours is.",
              "We will come back to you by the end of tomorrow with either a solution or a clear date for one."),
          List.of(
              "We know that this took time you would rather have spent on something else, and we are sorry for the trouble it caused.",
              "It is not the experience we want you to have, and we will use what you told us to make it better for others too.",
              "Please accept our apologies; what you describe should not have happened, and we mean to learn from it.",
              "We are sorry for the inconvenience, and grateful that you gave us the chance to set it right."));
  private static final List<String> MORE =
      List.of(
          "If the matter becomes more pressing, tell us, and we will move it forward.",
          "Your words are kept with the case.",
          "Nothing will be changed on your side without your consent.",
          "We are glad to explain any of these steps in more detail.",
          "You may also call us during the day.",
          "Please quote the number of your case.",
          "All of this is free of charge for you.",
          "We read every reply.",
          "It helps us a great deal.");
  private static final int[] SIZES = {301, 349, 334, 372, 332};

  private final TokenCounter counter;
  private final Fitting fitting;

  Drafts(TokenCounter counter) {
    this.counter = counter;
    this.fitting = new Fitting(counter);
  }

  /** The whole reply that carries this ticket's draft counts about this many tokens. */
  static int replyTokens(int ticket) {
    return SIZES[Math.floorMod(ticket - 1, SIZES.length)];
  }

  /**
   * The draft for a ticket.
   *
   * @param overhead what the reply counts beside the draft's text
   */
  String text(int ticket, int overhead) {
    String opening = "Dear customer,\n\n";
    String closing = "\n\nKind regards,\nThe service desk";
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS.size(); i++) {
      List<String> choices = PARAGRAPHS.get(i);
      sentences.add(
          choices.get(Math.floorMod(ticket + i * (ticket / choices.size()), choices.size())));
    }
    String reference = " Your reference is TICKET-" + ticket + ".";
    String fixed = opening + String.join(" ", sentences) + reference + closing;
    int missing = replyTokens(ticket) - overhead - counter.count(fixed);
    sentences.addAll(fitting.choose(MORE, Math.max(0, missing)));
    return opening + String.join(" ", sentences) + reference + closing;
  }
}
