package dev.recap.web.pages;

import dev.recap.web.Desk;
import dev.recap.web.api.ErasureApi;
import dev.recap.web.api.KnowledgeApi;
import dev.recap.web.api.MessageApi;
import dev.recap.web.api.ShiftApi;
import dev.recap.web.api.TicketApi;
import dev.recap.web.guidance.ExemptionPages;
import dev.recap.web.guidance.GuidancePages;
import dev.recap.web.hood.HoodPages;
import dev.recap.web.knowledge.ArticlePages;
import dev.recap.web.knowledge.ArticleUpload;
import dev.recap.web.knowledge.KnowledgePages;
import dev.recap.web.queue.ImportPages;
import dev.recap.web.queue.QueuePages;
import dev.recap.web.queue.Uploads;
import dev.recap.web.review.ReviewPages;
import dev.recap.web.route.Section;
import dev.recap.web.shift.ShiftPages;
import dev.recap.web.ticket.Drafts;
import dev.recap.web.ticket.ErasePages;
import dev.recap.web.ticket.FilePages;
import dev.recap.web.ticket.TicketPages;
import dev.recap.web.ticket.Viewers;
import dev.recap.web.today.TodayPages;
import dev.recap.web.trial.TrialOrderPages;
import dev.recap.web.trial.TrialPages;
import java.util.List;

/** All pages of the desk: whoever adds some adds a line here. */
public final class Sections {
  private Sections() {}

  /** Every section, made for this desk. */
  public static List<Section> of(Desk desk) {
    var uploads = Uploads.in(desk.folder(), desk.clock());
    var drafts = new Drafts(desk.work());
    var viewers = new Viewers(desk.clock());
    var tickets = new TicketPages(desk.work(), drafts, viewers);
    return List.of(
        new TodayPages(desk.work()),
        new QueuePages(desk.work()),
        new ImportPages(desk, uploads),
        tickets,
        new FilePages(desk.work(), tickets),
        new ErasePages(desk, tickets),
        new ReviewPages(desk.work(), drafts, tickets, viewers),
        new ShiftPages(desk.work()),
        new KnowledgePages(desk.work()),
        // Ahead of the guidance, which takes any word behind its path for a version.
        new ExemptionPages(desk.work()),
        new ArticlePages(desk.work()),
        new ArticleUpload(desk.work()),
        new GuidancePages(desk.work()),
        new PeoplePages(desk),
        new ConnectionPages(desk),
        new TrialPages(desk.work()),
        new TrialOrderPages(desk, uploads),
        new HoodPages(desk.work()),
        new AgentActions(desk),
        new AssetFiles(),
        new TicketApi(desk),
        new ErasureApi(desk),
        new MessageApi(desk),
        new ShiftApi(desk),
        new KnowledgeApi(desk.work()));
  }
}
