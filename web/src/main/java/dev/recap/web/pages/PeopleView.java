package dev.recap.web.pages;

import dev.recap.web.people.Account;
import java.util.List;

/**
 * Who works at this desk.
 *
 * @param folder the desk's, for the command that adds somebody
 */
public record PeopleView(List<Account> accounts, String folder) {}
