package dev.recap.web.html;

import java.util.Arrays;
import java.util.List;

/** Where one can go from every page, in the order of the navigation. */
public enum Place {
  TODAY("Today", "/", Group.WORK),
  QUEUE("Queue", "/queue", Group.WORK),
  REVIEW("Review", "/review", Group.WORK),
  SHIFTS("Shifts", "/shifts", Group.WORK),
  KNOWLEDGE("Knowledge", "/knowledge", Group.WORK),
  TRIALS("Trials", "/trials", Group.DESK),
  GUIDANCE("Guidance", "/guidance", Group.DESK),
  PEOPLE("People", "/people", Group.DESK),
  CONNECTIONS("Connections", "/connections", Group.DESK),
  HOOD("Under the hood", "/hood", Group.DESK),
  /** Pages that belong to no entry of the navigation: sign-in, errors. */
  ELSEWHERE("", "", Group.NONE);

  /** What stands together in the navigation. */
  public enum Group {
    WORK,
    DESK,
    NONE;

    /** The places of this group, in order. */
    public List<Place> places() {
      return Arrays.stream(Place.values()).filter(place -> place.group == this).toList();
    }
  }

  private final String label;
  private final String path;
  private final Group group;

  Place(String label, String path, Group group) {
    this.label = label;
    this.path = path;
    this.group = group;
  }

  public String label() {
    return label;
  }

  public String path() {
    return path;
  }
}
