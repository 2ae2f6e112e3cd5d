package dev.recap.web;

import dev.recap.desk.ticket.TicketLists;
import dev.recap.web.html.Frame;
import dev.recap.web.html.Page;
import dev.recap.web.html.Templates;
import dev.recap.web.html.Toast;
import dev.recap.web.html.Toasts;
import dev.recap.web.route.Screen;

/** Puts what every page says of this desk around its pages. */
final class DeskScreen implements Screen {
  private final Desk desk;
  private final Templates templates = new Templates();
  private final Toasts toasts = new Toasts();

  DeskScreen(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String html(Page page, Frame.Visitor visitor, Object view) {
    var frame = new Frame(page, visitor, now(visitor), toasts.take(visitor.csrf()));
    return templates.render(frame, view);
  }

  @Override
  public void keep(Frame.Visitor visitor, Toast toast) {
    toasts.keep(visitor.csrf(), toast);
  }

  /** Nothing of the desk is told to who is not signed in. */
  private Frame.Now now(Frame.Visitor visitor) {
    return visitor.person() == null
        ? new Frame.Now(0, "", false)
        : new Frame.Now(toReview(), desk.agent().model(), desk.agent().working());
  }

  private int toReview() {
    return desk.tickets().besides(handle -> TicketLists.inReview(handle));
  }
}
