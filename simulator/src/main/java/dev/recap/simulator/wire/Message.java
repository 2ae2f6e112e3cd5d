package dev.recap.simulator.wire;

import java.util.List;
import java.util.stream.Stream;

/** A message; neighbours of one role are merged already. */
public record Message(Role role, List<Block> blocks) {
  /** Who speaks. */
  public enum Role {
    USER,
    ASSISTANT
  }

  public Message {
    blocks = List.copyOf(blocks);
  }

  public boolean fromUser() {
    return role == Role.USER;
  }

  /** The calls in it, in order. */
  public Stream<Block.Call> calls() {
    return blocks.stream().filter(Block.Call.class::isInstance).map(Block.Call.class::cast);
  }

  /** The results in it, in order. */
  public Stream<Block.Result> results() {
    return blocks.stream().filter(Block.Result.class::isInstance).map(Block.Result.class::cast);
  }

  /** The texts in it, in order. */
  public Stream<String> texts() {
    return blocks.stream()
        .filter(Block.Text.class::isInstance)
        .map(block -> ((Block.Text) block).text());
  }
}
