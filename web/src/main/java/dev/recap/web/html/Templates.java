package dev.recap.web.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Makes HTML of pages. Everything that a view says is escaped where it stands. */
public final class Templates {
  private static final String PACKAGE = "dev.recap.web.templates";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

  /** The HTML of the frame's page. */
  public String render(Frame frame, Object view) {
    var html = new StringOutput();
    engine.render(frame.page().template() + ".jte", Map.of("frame", frame, "view", view), html);
    return html.toString();
  }
}
