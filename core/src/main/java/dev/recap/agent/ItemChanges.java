package dev.recap.agent;

import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.journal.ItemChange.ItemBegun;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.ledger.Ledger;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.Toolbox.ToolDeclaration.Role;
import dev.recap.work.Opening;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a confirmed call does to a work item, with all that the journal must freeze of it. */
final class ItemChanges {
  private static final Logger LOG = LoggerFactory.getLogger(ItemChanges.class);

  private final Map<String, Role> roles;
  private final List<ClosingRule> closingRules;

  /** Asks the toolbox once: what it says later must not cost the record of what was done. */
  ItemChanges(Toolbox toolbox) {
    List<ToolDeclaration> declared =
        toolbox.specs().stream()
            .flatMap(spec -> toolbox.declaration(spec.name()).stream())
            .toList();
    this.roles =
        declared.stream()
            .collect(
                Collectors.toMap(
                    ToolDeclaration::tool, ToolDeclaration::role, (first, other) -> first));
    this.closingRules =
        declared.stream()
            .filter(tool -> tool.role() instanceof Role.Closes)
            .map(tool -> rule(tool.tool(), ((Role.Closes) tool.role()).requires(), declared))
            .toList();
  }

  /** What the tool's own result says; null for nothing. */
  @Nullable ItemChange of(ToolAnswer answer, Intended intention, Ledger ledger) {
    if (answer.outcome() != Outcome.CONFIRMED) {
      return null;
    }
    Opening opening = intention.opening();
    return switch (answer.change()) {
      case WorkChange.Opens(var item) -> opened(item, intention, ledger);
      case WorkChange.Closes(var facts) when opening != null -> new ItemClosed(opening, facts);
      case WorkChange.Closes closes -> {
        LOG.warn("{} says that it closed its work item, but names none", intention.tool());
        yield null;
      }
      case null -> begun(intention, ledger);
    };
  }

  /** Looking at an item that is closed does not open it again. */
  private @Nullable ItemChange opened(WorkItem item, Intended intention, Ledger ledger) {
    boolean looks =
        !intention.effect().changes() && ledger.latest(item).filter(r -> !r.isOpen()).isPresent();
    return looks ? null : new ItemOpened(ledger.openingFor(item), closingRules);
  }

  /** What must have happened when all that is known is that the call took effect. */
  @Nullable ItemChange unseen(Intended intention, Ledger ledger) {
    Opening opening = intention.opening();
    if (opening == null) {
      return null;
    }
    return switch (roles.getOrDefault(intention.tool(), new Role.Works())) {
      case Role.Opens opens -> new ItemOpened(opening, closingRules);
      case Role.Closes closes -> new ItemClosed(opening, List.of());
      case Role.Works works -> begun(intention, ledger);
    };
  }

  /** A change of an item that no tool handed out begins the work on it. */
  private @Nullable ItemChange begun(Intended intention, Ledger ledger) {
    Opening opening = intention.opening();
    return opening != null && intention.effect().changes() && ledger.record(opening).isEmpty()
        ? new ItemBegun(opening, closingRules)
        : null;
  }

  private static ClosingRule rule(
      String closing, List<String> requires, List<ToolDeclaration> declared) {
    List<String> others =
        declared.stream()
            .filter(tool -> tool.role() instanceof Role.Works && tool.effect().changes())
            .filter(tool -> tool.identity().item() != null && !requires.contains(tool.tool()))
            .map(ToolDeclaration::tool)
            .toList();
    return new ClosingRule(closing, requires, others);
  }
}
