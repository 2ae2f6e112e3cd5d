package dev.recap.web.guidance;

import dev.recap.desk.exemption.Exemption;
import dev.recap.desk.exemption.ExemptionBook.Today;
import dev.recap.desk.exemption.Switched;
import dev.recap.desk.rules.DeskRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out without a person's look.
 *
 * @param inForce with what they let out today
 * @param removed those that are over, the last one first
 * @param switched how the stop switch stands; null where nobody has touched it
 * @param typed what was sent and refused, or how the form begins
 * @param canEdit whether the reader is a lead
 * @param problem why nothing was done; null for none
 */
public record ExemptionsView(
    List<Today> inForce,
    List<Exemption> removed,
    @Nullable Switched switched,
    DeskRules rules,
    Typed typed,
    boolean canEdit,
    @Nullable String problem) {

  /** The fields of the form, as text. */
  public record Typed(String category, String priority, String cap, String percent) {
    static final Typed NOTHING = new Typed("", "", "10", "20");
  }

  /** Whether nothing goes out at present. */
  public boolean stopped() {
    return switched != null && switched.stopped();
  }

  /** What can be exempted. */
  public List<String> categories() {
    return DeskRules.names(rules.categories()).stream()
        .filter(name -> !rules.forPeople().contains(name))
        .toList();
  }

  /** The priorities there are. */
  public List<String> priorities() {
    return DeskRules.names(rules.priorities());
  }
}
