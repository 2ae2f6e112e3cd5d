package dev.recap.web.ticket;

import dev.recap.desk.mail.KeptFile;
import dev.recap.desk.review.Happening;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.Ticket;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a ticket shows.
 *
 * @param files that came with it
 * @param others who else looks at it
 * @param customersOther the customer's other tickets
 * @param calls of the agent, oldest first
 * @param typed what was typed into the reply; null for the draft
 * @param problem why the last deed was refused; null for none
 */
public record TicketView(
    Ticket ticket,
    Tab tab,
    List<Message> messages,
    List<KeptFile> files,
    List<Evidence> evidence,
    List<Happening> timeline,
    List<RecordedCall> calls,
    List<Ticket> customersOther,
    List<String> others,
    DeskRules rules,
    Draft draft,
    @Nullable String typed,
    @Nullable String problem) {

  /** What stands on the left. */
  public enum Tab {
    CONVERSATION("Conversation"),
    EVIDENCE("Evidence"),
    TIMELINE("Timeline"),
    HOOD("Under the hood");

    private final String label;

    Tab(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** As it stands in an address. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Tab of(String word) {
      for (Tab tab : values()) {
        if (tab.word().equals(word)) {
          return tab;
        }
      }
      return CONVERSATION;
    }
  }

  /** The page's address. */
  public String path() {
    return "/tickets/" + ticket.number();
  }

  /** A field that people can set. */
  public record Setting(
      String name,
      String label,
      @Nullable String value,
      @Nullable String by,
      List<String> values) {}

  /** Category, priority and team, with who set each. */
  public List<Setting> settings() {
    return List.of(
        setting(Step.CATEGORY, "Category", DeskRules.names(rules.categories())),
        setting(Step.PRIORITY, "Priority", DeskRules.names(rules.priorities())),
        setting(Step.TEAM, "Team", DeskRules.names(rules.teams())));
  }

  private Setting setting(Step step, String label, List<String> values) {
    String value = ticket.handling().value(step);
    String person = ticket.handling().byPeople().get(step);
    return new Setting(
        step.name().toLowerCase(Locale.ROOT),
        label,
        value,
        value == null ? null : person == null ? "agent" : person,
        values);
  }
}
