package dev.recap.journal.line;

import dev.recap.conversation.Media;
import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.UserSaid;
import java.io.IOException;
import java.util.List;

/** Where the bytes of images and documents are kept that lines name. */
public interface MediaShelf extends Media.Source {

  /** Keeps these, durably, before a line that names them is. */
  void keep(List<Media> shown) throws IOException;

  /** What an entry shows. */
  static List<Media> shown(Entry entry) {
    return switch (entry) {
      case UserSaid said -> said.media();
      case Answered answered -> answered.result().media();
      default -> List.of(); // Nothing else is shown.
    };
  }
}
