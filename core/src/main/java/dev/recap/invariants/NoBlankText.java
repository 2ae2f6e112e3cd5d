package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Text;
import java.util.ArrayList;
import java.util.List;

/** Every text says something. (A {@link Message} without a block cannot be made.) */
final class NoBlankText implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    List<String> broken = new ArrayList<>();
    List<Message> messages = proposed.messages();
    for (int i = 0; i < messages.size(); i++) {
      List<Block> content = messages.get(i).content();
      for (int j = 0; j < content.size(); j++) {
        if (content.get(j) instanceof Text(var text) && text.isBlank()) {
          broken.add("message %d has a blank text, block %d".formatted(i, j));
        }
      }
    }
    return broken;
  }
}
