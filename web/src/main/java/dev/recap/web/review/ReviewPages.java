package dev.recap.web.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.desk.review.Decision;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.review.Seen;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.ticket.GuidanceRecord.Edited;
import dev.recap.desk.ticket.Ticket;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import dev.recap.web.ticket.Drafts;
import dev.recap.web.ticket.TicketPages;
import dev.recap.web.ticket.Viewers;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Drafts that wait for a person, and what the person decides. */
public final class ReviewPages implements Section {
  private static final Page EMPTY = new Page("review-empty", Place.REVIEW, "Review");
  private static final Page PAGE = new Page("review", Place.REVIEW, "Review");

  private final DeskWork work;
  private final Drafts drafts;
  private final TicketPages tickets;
  private final ReviewQueue queue;
  private final Viewers viewers;

  public ReviewPages(DeskWork work, Drafts drafts, TicketPages tickets, Viewers viewers) {
    this.work = work;
    this.drafts = drafts;
    this.tickets = tickets;
    this.viewers = viewers;
    this.queue = new ReviewQueue(work, drafts);
  }

  /** Makes a decision about a ticket as the person saw it. */
  @FunctionalInterface
  private interface Deciding {
    Decision on(Ticket ticket, Seen seen, Visit visit);
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/review", Access.READER, this::first)
        .page("/review/{number}", Access.READER, visit -> show(200, visit, null))
        .action("/review/{number}/approve", Access.REVIEWER, visit -> decide(visit, this::approve))
        .action("/review/{number}/edit", Access.REVIEWER, visit -> decide(visit, this::edit))
        .action("/review/{number}/send-back", Access.REVIEWER, visit -> decide(visit, this::back))
        .action("/review/{number}/take-over", Access.REVIEWER, visit -> decide(visit, this::take))
        .action("/decisions/{id}/undo", Access.REVIEWER, this::undo);
  }

  private void first(Visit visit) {
    List<Waiting> all = queue.of(visit.who().name());
    if (all.isEmpty()) {
      visit.show(EMPTY, new EmptyReview(work.tickets().counts()));
    } else {
      visit.redirect("/review/" + all.getFirst().ticket().number());
    }
  }

  private Decision approve(Ticket ticket, Seen seen, Visit visit) {
    return work.review().approve(ticket.id(), seen, visit.who().name());
  }

  private Decision edit(Ticket ticket, Seen seen, Visit visit) {
    return work.review().edit(ticket.id(), seen, visit.who().name(), visit.form().text("text"));
  }

  private Decision back(Ticket ticket, Seen seen, Visit visit) {
    return work.review()
        .sendBack(
            ticket.id(),
            seen,
            visit.who().name(),
            visit.form().text("reason"),
            visit.form().optional("remark").orElse(""));
  }

  private Decision take(Ticket ticket, Seen seen, Visit visit) {
    return work.review().takeOver(ticket.id(), visit.who().name());
  }

  private void decide(Visit visit, Deciding deciding) {
    Ticket ticket = tickets.ticket(visit);
    List<Waiting> before = queue.of(visit.who().name());
    try {
      Decision decision = deciding.on(ticket, seen(visit), visit);
      visit.redirect(
          next(visit, decision, ReviewQueue.behind(before, ticket.number())),
          Toast.undoable(said(ticket, decision), "/decisions/%d/undo".formatted(decision.id())));
    } catch (RefusedException | IllegalArgumentException refused) {
      show(409, visit, refused.getMessage());
    }
  }

  private static Seen seen(Visit visit) {
    return new Seen(
        visit.form().number("revision", 0, 0, Integer.MAX_VALUE), visit.form().text("draft"));
  }

  /** Who takes a ticket over stays with it; a remark that is kept goes into the guidance. */
  private static String next(Visit visit, Decision decision, Optional<Waiting> behind) {
    if (decision.kind() == Decision.Kind.TAKEN_OVER) {
      return "/review/" + decision.ticket();
    }
    boolean kept = visit.form().optional("keep").isPresent() && decision.remark() != null;
    if (kept) {
      return "/guidance?remark=" + URLEncoder.encode(String.valueOf(decision.remark()), UTF_8);
    }
    return behind.map(waiting -> "/review/" + waiting.ticket().number()).orElse("/review");
  }

  private static String said(Ticket ticket, Decision decision) {
    return switch (decision.kind()) {
      case APPROVED, EXEMPTED -> ticket.id() + " is approved.";
      case EDITED -> ticket.id() + " is approved as you changed it.";
      case SENT_BACK -> ticket.id() + " is with the agent again.";
      case TAKEN_OVER -> "You have " + ticket.id() + ".";
    };
  }

  private void undo(Visit visit) {
    String id = visit.path("id");
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw Refusal.notFound("there is no decision '%s'".formatted(id));
    }
    try {
      int ticket = work.review().undo(Long.parseLong(id), visit.who().name());
      visit.redirect("/review/" + ticket, Toast.of("It is as it was."));
    } catch (RefusedException refused) {
      visit.redirect("/review", Toast.of("Not undone: " + refused.getMessage() + "."));
    }
  }

  private void show(int status, Visit visit, @Nullable String problem) {
    Ticket ticket = tickets.ticket(visit);
    List<Waiting> all = queue.of(visit.who().name());
    int at =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).ticket().number() == ticket.number())
            .findFirst()
            .orElse(-1);
    visit.show(
        status,
        PAGE.titled("Review " + ticket.id()),
        new ReviewView(
            all,
            drafts.of(ticket),
            work.tickets().messages(ticket),
            rules(ticket),
            number(all, at - 1),
            at < 0 && !all.isEmpty()
                ? Integer.valueOf(all.getFirst().ticket().number())
                : number(all, at + 1),
            viewers.look(ticket.number(), visit.who().name()),
            visit.form().optional("text").orElse(null),
            problem));
  }

  /** Those of the version that the draft names; those of now where it names none. */
  private DeskRules rules(Ticket ticket) {
    Integer version = ticket.care().guidance();
    return Optional.ofNullable(version)
        .flatMap(work.guidance()::version)
        .map(Edited::guidance)
        .orElseGet(work.guidance()::now)
        .rules();
  }

  private static @Nullable Integer number(List<Waiting> all, int at) {
    return at < 0 || at >= all.size() ? null : all.get(at).ticket().number();
  }
}
