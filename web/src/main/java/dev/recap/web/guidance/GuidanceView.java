package dev.recap.web.guidance;

import dev.recap.desk.ticket.GuidanceRecord.Edited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules, and how they came to be.
 *
 * @param version that the form was made from; null for the sample desk's
 * @param form as it stands, also where it was refused
 * @param canEdit whether the reader is a lead
 * @param problem why it was not saved; null for none
 */
public record GuidanceView(
    @Nullable Integer version,
    RulesForm form,
    List<Edited> versions,
    boolean canEdit,
    @Nullable String problem) {}
