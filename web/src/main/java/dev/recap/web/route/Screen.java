package dev.recap.web.route;

import dev.recap.web.html.Frame;
import dev.recap.web.html.Page;
import dev.recap.web.html.Toast;

/** What pages are shown on: puts the frame around them. */
public interface Screen {
  /** The HTML of a page for this visitor, with the toast that waits for them. */
  String html(Page page, Frame.Visitor visitor, Object view);

  /** Keeps a toast for the next page that this visitor sees. */
  void keep(Frame.Visitor visitor, Toast toast);
}
