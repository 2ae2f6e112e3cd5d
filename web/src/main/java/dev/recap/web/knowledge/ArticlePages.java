package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.ArticleVersion;
import dev.recap.desk.knowledge.Library;
import dev.recap.desk.knowledge.Library.Done;
import dev.recap.desk.knowledge.Library.Outdated;
import dev.recap.desk.rules.DeskRules;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.people.Role;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article in its versions, and the form that makes the next one. */
public final class ArticlePages implements Section {
  private static final Page ARTICLE = new Page("article", Place.KNOWLEDGE, "Article");
  private static final Page EDIT = new Page("article-edit", Place.KNOWLEDGE, "Edit an article");

  private final DeskWork work;
  private final Library library;

  public ArticlePages(DeskWork work) {
    this.work = work;
    this.library = work.knowledge().library();
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/knowledge/new", Access.LEAD, visit -> edit(200, visit, view(ArticleForm.EMPTY, 0)))
        .action("/knowledge/new", Access.LEAD, this::create)
        .page("/knowledge/{id}/edit", Access.LEAD, this::form)
        .action("/knowledge/{id}/edit", Access.LEAD, this::save)
        .action("/knowledge/{id}/delete", Access.LEAD, this::delete)
        .action("/knowledge/{id}/restore", Access.LEAD, this::restore)
        .page("/knowledge/{id}/{version}", Access.READER, this::show);
  }

  private void show(Visit visit) {
    List<ArticleVersion> versions = versions(visit);
    String version = visit.path("version");
    ArticleVersion shown =
        versions.stream()
            .filter(one -> String.valueOf(one.version()).equals(version))
            .findFirst()
            .orElseThrow(ArticlePages::unknown);
    String id = shown.article().id();
    visit.show(
        ARTICLE.titled(shown.article().title()),
        new ArticleView(
            shown,
            versions,
            work.knowledge().searches().uses().get(id),
            visit.who().role() == Role.LEAD));
  }

  private void form(Visit visit) {
    ArticleVersion newest = versions(visit).getFirst();
    edit(200, visit, view(ArticleForm.of(newest.article()), newest.version()));
  }

  private void create(Visit visit) {
    save(visit, ArticleForm.of(visit.form()), 0);
  }

  private void save(Visit visit) {
    String id = versions(visit).getFirst().article().id();
    int before = visit.form().number("before", 1, 1, Integer.MAX_VALUE);
    save(visit, ArticleForm.of(visit.form()).about(id), before);
  }

  private void save(Visit visit, ArticleForm form, int before) {
    try {
      switch (library.save(before, form.article(), visit.who().name())) {
        case Done(int version) ->
            visit.redirect(
                ArticlePath.of(form.id(), version),
                Toast.of("Version %d is searched from now on.".formatted(version)));
        case Outdated(ArticleVersion theirs) -> edit(409, visit, outdated(form, before, theirs));
      }
    } catch (IllegalArgumentException unfit) {
      edit(400, visit, view(form, before, unfit.getMessage(), null));
    }
  }

  /** Whoever has seen what the other wrote may save their own as the next version. */
  private EditView outdated(ArticleForm form, int before, ArticleVersion theirs) {
    return before == 0
        ? view(
            form,
            0,
            "there is an article '%s' already, by %s: take another id, or edit that one"
                .formatted(form.id(), theirs.by()),
            theirs)
        : view(
            form,
            theirs.version(),
            "%s has %s meanwhile (version %d): look at it below, then save yours again."
                .formatted(
                    theirs.by(),
                    theirs.deleted() ? "deleted it" : "saved another version",
                    theirs.version()),
            theirs);
  }

  private void delete(Visit visit) {
    String id = versions(visit).getFirst().article().id();
    int before = visit.form().number("before", 0, 0, Integer.MAX_VALUE);
    switch (library.delete(id, before, visit.who().name())) {
      case Done done ->
          visit.redirect(
              "/knowledge",
              Toast.undoable(
                  "'%s' is not searched any more; its versions stay.".formatted(id),
                  ArticlePath.of(id) + "/restore"));
      case Outdated(ArticleVersion theirs) ->
          visit.redirect(
              ArticlePath.of(id, theirs.version()),
              Toast.of(
                  "%s has changed it meanwhile: look at it, then delete it again."
                      .formatted(theirs.by())));
    }
  }

  private void restore(Visit visit) {
    ArticleVersion newest = versions(visit).getFirst();
    if (newest.deleted()) {
      library.save(newest.version(), newest.article(), visit.who().name());
    }
    visit.redirect(
        "/knowledge", Toast.of("'%s' is searched again.".formatted(newest.article().id())));
  }

  private List<ArticleVersion> versions(Visit visit) {
    List<ArticleVersion> versions = library.versions(visit.path("id"));
    if (versions.isEmpty()) {
      throw unknown();
    }
    return versions;
  }

  private static Refusal unknown() {
    return Refusal.notFound(
        "this desk has no such version of an article; what the agent read stands with its ticket");
  }

  private EditView view(ArticleForm form, int before) {
    return view(form, before, null, null);
  }

  private EditView view(
      ArticleForm form, int before, @Nullable String problem, @Nullable ArticleVersion theirs) {
    List<String> categories = DeskRules.names(work.guidance().now().rules().categories());
    return new EditView(form, before, categories, problem, theirs);
  }

  private static void edit(int status, Visit visit, EditView view) {
    visit.show(status, EDIT, view);
  }
}
