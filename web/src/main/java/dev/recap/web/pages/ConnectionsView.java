package dev.recap.web.pages;

import dev.recap.desk.connect.ConnectedDesk;
import dev.recap.desk.mail.OutboxEntry;
import dev.recap.desk.mail.ParkedMail;
import dev.recap.desk.mail.PostOffice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How mail and another desk stand.
 *
 * @param mail null where none is set up
 * @param desk null where none is set up
 * @param parked mails that were put aside, the newest first
 * @param unknown replies of which nobody knows whether they reached the other side
 */
public record ConnectionsView(
    String folder,
    PostOffice.@Nullable Status mail,
    ConnectedDesk.@Nullable Status desk,
    List<ParkedMail> parked,
    List<OutboxEntry> unknown,
    List<OutboxEntry> failed,
    List<OutboxEntry> waiting) {}
