package dev.recap.web.pages;

import dev.recap.web.Desk;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.people.Account;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;

/** Who works at this desk. */
final class PeoplePages implements Section {
  private static final Page PAGE = new Page("people", Place.PEOPLE, "People");

  private final Desk desk;

  PeoplePages(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(Routes routes) {
    routes.page("/people", Access.READER, this::show);
  }

  private void show(Visit visit) {
    List<Account> accounts = desk.accounts().people().all();
    visit.show(PAGE, new PeopleView(accounts, desk.folder().toString()));
  }
}
