package dev.recap.lab.play;

import dev.recap.model.ModelProfile;
import java.util.Map;
import java.util.function.Consumer;

public final class InProcessDoor implements Door {
  private final LoopbackDoor door;

  public InProcessDoor(ModelProfile profile) {
    door = new LoopbackDoor(profile);
  }

  @Override
  public Opened open(Map<String, String> headers, Consumer<String> requests) {
    return door.open(headers, requests);
  }

  @Override
  public void close() {
    door.close();
  }
}
