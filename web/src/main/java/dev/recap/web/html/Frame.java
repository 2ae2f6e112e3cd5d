package dev.recap.web.html;

import dev.recap.web.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param toast what is said once; null for nothing
 */
public record Frame(Page page, Visitor visitor, Now now, @Nullable Toast toast) {

  /**
   * Who looks at it.
   *
   * @param person null for who is not signed in
   * @param csrf what every form hands back, see {@code form.jte}
   * @param signedIn whether there is something to sign out of
   */
  public record Visitor(@Nullable Person person, String csrf, boolean signedIn) {}

  /**
   * How things stand.
   *
   * @param toReview drafts that wait for a person
   * @param model what the agent works with; empty for none
   * @param working whether the agent is at work
   */
  public record Now(int toReview, String model, boolean working) {}

  /** What every form hands back. */
  public String csrf() {
    return visitor.csrf();
  }

  /** The entry's text in the navigation. */
  public String label(Place place) {
    return place == Place.REVIEW
        ? "%s (%,d)".formatted(place.label(), now.toReview())
        : place.label();
  }
}
