package dev.recap.web;

import dev.recap.desk.shift.Models;
import dev.recap.model.ModelProfile;
import java.util.List;

/** A desk whose agent has nothing to work with. */
final class NoModels implements Models {
  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public ModelProfile profile(String name) {
    throw new IllegalArgumentException("there is no model '%s'".formatted(name));
  }

  @Override
  public boolean isSimulated(String name) {
    return false;
  }

  @Override
  public Open open(String name) {
    throw new IllegalArgumentException("there is no model '%s'".formatted(name));
  }
}
