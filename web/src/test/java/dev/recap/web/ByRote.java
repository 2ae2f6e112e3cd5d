package dev.recap.web;

import dev.recap.desk.shift.Models;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.List;

/** Models that work one ticket, and know beforehand what it is called. */
record ByRote(String ticket) implements Models {
  /** A shift with it, as programs order one. */
  static final String ORDER = "{\"model\":\"rote\"}";

  private static final ModelProfile PROFILE =
      new ModelProfile("rote", 200_000, 1_024, new Prices(1, 0.1, 1.25, 5));

  @Override
  public List<String> names() {
    return List.of("rote", "paid");
  }

  @Override
  public ModelProfile profile(String name) {
    return PROFILE;
  }

  @Override
  public boolean isSimulated(String name) {
    return name.equals("rote");
  }

  @Override
  public Open open(String name) {
    var model = new ScriptedModel().profile(PROFILE);
    model.then(Replies.calling("get_next_ticket", "{}").using(1_000, 100));
    sets(model, "classify_ticket", "category", "billing");
    sets(model, "set_priority", "priority", "high");
    sets(model, "route_to_team", "team", "billing-team");
    sets(model, "draft_response", "response_text", "We pay it back.");
    model.then(
        Replies.calling("mark_complete", "{\"ticket_id\":\"%s\"}".formatted(ticket))
            .using(1_000, 100));
    model.then(Replies.saying("All done.").using(1_000, 100));
    return new Open(model, () -> {});
  }

  private void sets(ScriptedModel model, String tool, String field, String value) {
    String arguments = "{\"ticket_id\":\"%s\",\"%s\":\"%s\"}".formatted(ticket, field, value);
    model.then(Replies.calling(tool, arguments).using(1_000, 100));
  }
}
