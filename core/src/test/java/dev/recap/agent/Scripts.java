package dev.recap.agent;

import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;

/** Replies of the scripts in this package; single quotes stand for double ones. */
final class Scripts {
  private Scripts() {}

  static Replies calls(String tool, String arguments) {
    return Replies.calling(tool, arguments.replace('\'', '"'));
  }

  static Replies opens() {
    return Replies.calling("next_thing", "{}");
  }

  static Replies paints(String thing) {
    return calls("paint", "{'thing':'%s','color':'red'}".formatted(thing));
  }

  static Replies finishes(String thing) {
    return calls("finish", "{'thing':'%s'}".formatted(thing));
  }

  static Replies mails(String to) {
    return calls("mail", "{'to':'%s'}".formatted(to));
  }

  /** Three calls in one reply, each on a thing of its own. */
  static Replies looksPaintsAndFinishes() {
    return calls("look_at", "{'thing':'T-1'}")
        .andCalling("paint", "{\"thing\":\"T-2\",\"color\":\"red\"}")
        .andCalling("finish", "{\"thing\":\"T-3\"}");
  }

  static ScriptedModel model(Replies... replies) {
    var model = new ScriptedModel();
    for (Replies reply : replies) {
      model.then(reply);
    }
    return model;
  }
}
