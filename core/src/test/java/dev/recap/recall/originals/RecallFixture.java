package dev.recap.recall.originals;

import dev.recap.recall.RecallQuery;
import dev.recap.testing.Compacting;
import dev.recap.testing.Story;

/** A story, turns of which leave the view, and what recall answers about it. */
abstract class RecallFixture {
  final Story story = Story.of("Paint.");

  /** These turns leave the view, as they do in a compaction. */
  void leave(Integer... turns) {
    Compacting.leave(story, turns);
  }

  String item(String key) {
    return answer(RecallQuery.item(key));
  }

  String words(String words) {
    return answer(RecallQuery.words(words));
  }

  String answer(RecallQuery query) {
    return Recall.answer(story.entries(), story.view(), query);
  }
}
