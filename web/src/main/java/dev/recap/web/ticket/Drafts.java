package dev.recap.web.ticket;

import dev.recap.desk.review.Claim;
import dev.recap.desk.review.Claims;
import dev.recap.desk.review.DeskCustomers;
import dev.recap.desk.review.DraftCheck;
import dev.recap.desk.review.DraftSources;
import dev.recap.desk.review.Finding;
import dev.recap.desk.review.Seen;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.web.DeskWork;
import dev.recap.web.ticket.Draft.Grounded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What code says about drafts, kept as long as they stay as they are. Safe for many threads. */
public final class Drafts {
  private static final int MOST = 500;

  private final DeskWork work;
  private final DraftCheck check;
  private final Map<Key, Draft> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Draft> eldest) {
          return size() > MOST;
        }
      };

  /** All that a draft and what is said about it depend on. */
  private record Key(Ticket ticket, Seen seen) {}

  public Drafts(DeskWork work) {
    this.work = work;
    this.check = new DraftCheck(DeskCustomers.of(work.tickets()));
  }

  /** The draft of a ticket, which may be none. */
  public Draft of(Ticket ticket) {
    var key = new Key(ticket, Seen.of(ticket));
    synchronized (kept) {
      Draft known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Draft made = looked(ticket);
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  private Draft looked(Ticket ticket) {
    List<Evidence> evidence = work.tickets().evidence(ticket);
    String text = ticket.handling().draft();
    boolean simulated =
        work.tickets()
            .besides(handle -> TicketLists.draftedBy(handle, ticket.number()))
            .filter(work.models()::isSimulated)
            .isPresent();
    List<Finding> findings =
        text == null ? List.of() : check.findings(text, sources(ticket, evidence));
    List<Grounded> claims =
        text == null
            ? List.of()
            : Claims.of(text, evidence).stream().map(claim -> grounded(claim, evidence)).toList();
    return new Draft(ticket, findings, claims, evidence, simulated);
  }

  private DraftSources sources(Ticket ticket, List<Evidence> evidence) {
    String guidance = work.guidance().now().rules().guidance();
    return DraftSources.of(ticket, work.tickets().messages(ticket), evidence, guidance);
  }

  private static Grounded grounded(Claim claim, List<Evidence> evidence) {
    return claim
        .support()
        .map(support -> {
          Evidence source = evidence.get(support.evidence());
          String passage = source.passage();
          return new Grounded(
              claim.text(),
              source,
              passage.substring(0, support.start()),
              passage.substring(support.start(), support.end()),
              passage.substring(support.end()));
        })
        .orElse(new Grounded(claim.text(), null, "", "", ""));
  }
}
