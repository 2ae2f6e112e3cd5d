package dev.recap.desk.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Carries by mail as a test says, and notes what it was given. */
final class ScriptedCarrier implements Carrier {
  private final Function<OutboxEntry, Delivery> script;
  final List<OutboxEntry> carried = Collections.synchronizedList(new ArrayList<>());

  ScriptedCarrier(Function<OutboxEntry, Delivery> script) {
    this.script = script;
  }

  static ScriptedCarrier accepting() {
    return new ScriptedCarrier(entry -> new Delivery.Accepted("250 taken"));
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.MAIL);
  }

  @Override
  public Delivery carry(OutboxEntry entry) {
    carried.add(entry);
    return script.apply(entry);
  }
}
