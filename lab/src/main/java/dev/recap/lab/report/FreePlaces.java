package dev.recap.lab.report;

import java.util.ArrayList;
import java.util.List;

/** Where labels can stand in a chart without standing on one another. Mutable. */
final class FreePlaces {
  private final double width;
  private final double height;
  private final List<Box> taken = new ArrayList<>();

  FreePlaces(double width, double height) {
    this.width = width;
    this.height = height;
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** Takes a place if nothing stands there and it is within the chart. */
  boolean take(double left, double top, double wide, double high) {
    var box = new Box(left, top, left + wide, top + high);
    boolean within = left >= 0 && top >= 0 && box.right <= width && box.bottom <= height;
    if (!within || taken.stream().anyMatch(box::meets)) {
      return false;
    }
    return taken.add(box);
  }
}
