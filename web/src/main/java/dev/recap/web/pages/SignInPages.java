package dev.recap.web.pages;

import dev.recap.web.guard.Doorway;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.people.SignIn;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.time.Duration;

/** Signing in and out. */
public final class SignInPages implements Section {
  private static final Page PAGE = new Page("login", Place.ELSEWHERE, "Sign in");

  private final Doorway doorway;

  public SignInPages(Doorway doorway) {
    this.doorway = doorway;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/login", Access.ANYONE, this::ask)
        .action("/login", Access.ANYONE, this::signIn)
        .action("/logout", Access.READER, this::signOut);
  }

  private void ask(Visit visit) {
    if (visit.visitor().person() != null) {
      visit.redirect("/");
      return;
    }
    visit.show(PAGE, new SignInView("", local(visit.query().optional("next").orElse("")), ""));
  }

  private void signIn(Visit visit) {
    String name = visit.form().optional("name").orElse("");
    String next = local(visit.form().optional("next").orElse(""));
    switch (doorway.enter(visit, name, visit.form().optional("password").orElse(""))) {
      case SignIn.Outcome.In in -> visit.redirect(next);
      case SignIn.Outcome.Wrong wrong ->
          visit.show(
              401,
              PAGE,
              new SignInView(name, next, "There is nobody of this name with this password."));
      case SignIn.Outcome.TooSoon(Duration wait) -> {
        long seconds = Math.max(1, wait.toSeconds());
        visit.context().header("Retry-After", String.valueOf(seconds));
        visit.show(
            429,
            PAGE,
            new SignInView(
                name, next, "Too many tries: wait %,d s, then try again.".formatted(seconds)));
      }
    }
  }

  private void signOut(Visit visit) {
    doorway.leave(visit);
    visit.redirect("/login");
  }

  /** Where to go afterwards: only a page of this desk. */
  private static String local(String wanted) {
    boolean ours =
        wanted.startsWith("/")
            && !wanted.startsWith("//")
            && wanted.chars().noneMatch(one -> one == '\\' || one < ' ' || one == 127);
    return ours ? wanted : "/";
  }
}
