package dev.recap.desk.erasure;

import dev.recap.desk.batch.Clerk;
import dev.recap.desk.shift.Models;
import dev.recap.model.ModelProfile;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A clerk as the only model.
 *
 * @param before told before each reply how many there were
 */
record Clerks(IntConsumer before) implements Models {
  @Override
  public List<String> names() {
    return List.of("clerk");
  }

  @Override
  public ModelProfile profile(String name) {
    return Clerk.PROFILE;
  }

  @Override
  public boolean isSimulated(String name) {
    return true;
  }

  @Override
  public Open open(String name) {
    return new Open(new Clerk(before), () -> {});
  }
}
