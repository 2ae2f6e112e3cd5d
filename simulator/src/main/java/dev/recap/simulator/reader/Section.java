package dev.recap.simulator.reader;

/** The item that a section with signs of a heading is about, for the sections below it. */
final class Section {
  private Subject item = Subject.NOBODY;
  private int itemDepth;
  private int depth;

  /** Opens a section; gives the one item that the section around it speaks of, else nobody. */
  Subject item(int opened) {
    depth = opened;
    if (opened <= itemDepth) {
      item = Subject.NOBODY;
      itemDepth = 0;
    }
    return item;
  }

  /** Takes note of an item; one by itself in a section is what those below are about. */
  void names(Subject named, int lineDepth, boolean title) {
    boolean own = title && lineDepth < 0;
    boolean another = !own && itemDepth == depth && !item.equals(named) && !item.nobody();
    item = another || (!own && depth == 0) ? Subject.NOBODY : named;
    itemDepth = own ? lineDepth : depth;
  }
}
