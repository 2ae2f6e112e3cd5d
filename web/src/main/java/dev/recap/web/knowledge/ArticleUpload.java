package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.knowledge.Knowledge;
import dev.recap.desk.knowledge.Library;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.FilePart;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes articles from files that were sent, all or none. */
public final class ArticleUpload implements Section {
  private static final int MOST_BYTES = 32 << 20;

  private final Knowledge knowledge;

  public ArticleUpload(DeskWork work) {
    this.knowledge = work.knowledge();
  }

  @Override
  public void addTo(Routes routes) {
    routes.upload("/knowledge/upload", Access.LEAD, MOST_BYTES, this::take);
  }

  private void take(Visit visit) throws IOException {
    List<ArticleFiles.Sent> sent = new ArrayList<>();
    for (FilePart part : visit.files("file")) {
      try (InputStream in = part.content().open()) {
        sent.add(
            new ArticleFiles.Sent(part.name(), in.readNBytes(ArticleFiles.MOST_FILE_BYTES + 1)));
      }
    }
    if (sent.isEmpty()) {
      throw Refusal.ofField("file", "file is missing, but Markdown, HTML or CSV was expected");
    }
    ArticleFiles.Found found = ArticleFiles.of(sent);
    if (!found.refused().isEmpty()) {
      KnowledgePages.show(knowledge, 400, visit, found.refused());
      return;
    }
    try {
      Library.Taken taken = knowledge.library().take(found.articles(), visit.who().name());
      visit.redirect(
          "/knowledge",
          Toast.of(
              "%,d new articles, %,d new versions, %,d as they were."
                  .formatted(taken.fresh(), taken.changed(), taken.same())));
    } catch (IllegalArgumentException tooMany) {
      KnowledgePages.show(knowledge, 400, visit, List.of(String.valueOf(tooMany.getMessage())));
    }
  }
}
