package dev.recap.web.html;

/**
 * A page of the desk.
 *
 * @param template the file below {@code src/main/jte}, without its ending; it has the parameters
 *     {@code Frame frame} and {@code view}
 * @param place the entry of the navigation that is marked
 * @param title what stands in the window's title
 */
public record Page(String template, Place place, String title) {
  /** The same page for one thing, such as a ticket. */
  public Page titled(String other) {
    return new Page(template, place, other);
  }
}
