package dev.recap.web.api;

import dev.recap.desk.erasure.Erasure;
import dev.recap.desk.erasure.Whose;
import dev.recap.desk.review.RefusedException;
import dev.recap.web.Desk;
import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.JsonFields;
import dev.recap.web.route.Method;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.Set;

/** Erases a customer for a program, by address: asking twice finds nothing the second time. */
public final class ErasureApi implements Section {
  private static final int MOST_ADDRESS = 320;

  private static final ApiDoc ERASE =
      ApiDoc.reading(
              "Erases a customer: no table and no file of the desk has a word of or to them"
                  + " afterwards",
              ApiDoc.Answer.json(
                  "It is done",
                  Schema.object()
                      .has("id", Schema.number())
                      .has("tickets", Schema.number())
                      .has("by", Schema.text())
                      .has("at", Schema.time())
                      .schema()))
          .taking(Schema.object().has("email", Schema.text(MOST_ADDRESS)).schema());

  private final Desk desk;

  public ErasureApi(Desk desk) {
    this.desk = desk;
  }

  /**
   * What was done.
   *
   * @param tickets how many lost their text
   */
  record Erased(long id, int tickets, String by, String at) {}

  @Override
  public void addTo(Routes routes) {
    routes.api(Method.POST, "/api/erasures", Access.LEAD, ERASE, this::erase);
  }

  private void erase(Visit visit) {
    JsonFields fields = visit.json().only(Set.of("email"));
    String email = fields.text("email", MOST_ADDRESS);
    try {
      Erasure done = desk.work().erasures().erase(new Whose(null, email), visit.who().name());
      desk.events().publish("queue", "{}");
      visit.json(200, new Erased(done.id(), done.tickets(), done.by(), done.at().toString()));
    } catch (RefusedException refused) {
      boolean isNobody = refused.reason() == RefusedException.Reason.UNKNOWN;
      throw Refusal.ofField(isNobody ? 404 : 409, "email", String.valueOf(refused.getMessage()));
    } catch (IllegalStateException unfinished) {
      throw Refusal.of(503, String.valueOf(unfinished.getMessage()));
    }
  }
}
