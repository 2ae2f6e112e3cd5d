package dev.recap.tool;

import dev.recap.work.WorkItem;
import java.util.Objects;

/**
 * The result of a tool that hands out a work item. Handing out an item that is open already joins
 * the opening that stands.
 *
 * @param value what the model sees, as JSON
 */
public record Opened<T>(WorkItem item, T value) {
  public Opened {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(value, "value");
  }

  public static <T> Opened<T> of(String key, T value) {
    return new Opened<>(new WorkItem(key), value);
  }
}
