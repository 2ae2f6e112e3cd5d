package dev.recap.web.pages;

import dev.recap.web.Desk;
import dev.recap.web.route.Section;
import java.util.List;

/** All pages of the desk: whoever adds some adds a line here. */
public final class Sections {
  private Sections() {}

  /** Every section, made for this desk. */
  public static List<Section> of(Desk desk) {
    return List.of(
        new TodayPages(),
        new QueuePages(),
        new ReviewPages(),
        new ShiftPages(),
        new KnowledgePages(),
        new GuidancePages(),
        new PeoplePages(),
        new ConnectionPages(),
        new HoodPages(),
        new AgentActions(desk),
        new AssetFiles());
  }
}
