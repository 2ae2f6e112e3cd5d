package dev.recap;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;

/** Imports between the packages go down. */
@AnalyzeClasses(packages = "dev.recap", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "dev.recap.";

  /** What each package may use: all that stands below it, and the tools only where they are run. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("bytes"),
          entry("conversation", "bytes"),
          entry("work", "words", "bytes"),
          entry("model", "words", "conversation", "work"),
          entry("journal", "model", "conversation", "work"),
          entry("journal.line", "journal", "model", "conversation", "bytes"),
          entry("journal.file", "journal.line", "journal", "conversation", "bytes"),
          entry("JsonLinesJournal", "journal", "journal.file", "journal.line"),
          entry("ledger", "journal", "model", "conversation", "work", "bytes"),
          entry("context", "conversation", "work"),
          entry("words", "conversation"),
          entry("invariants", "model", "conversation"),
          entry(
              "projection",
              "context",
              "bytes",
              "words",
              "invariants",
              "ledger",
              "journal",
              "model",
              "conversation",
              "work"),
          entry("head", "projection", "words", "ledger", "journal", "conversation", "work"),
          entry("relocated"),
          entry("tool.schema", "work", "relocated"),
          entry("tool", "tool.schema", "model", "conversation", "work"),
          entry("tool.binding", "tool", "tool.schema", "words", "model", "conversation", "work"),
          entry("tool.batch", "tool", "tool.binding", "work"),
          entry(
              "Tools",
              "tool",
              "tool.schema",
              "tool.binding",
              "tool.batch",
              "model",
              "conversation",
              "work"),
          entry("compaction", "context", "ledger", "model", "conversation", "work"),
          entry(
              "compactor",
              "compaction",
              "head",
              "projection",
              "invariants",
              "context",
              "words",
              "ledger",
              "journal",
              "model",
              "conversation",
              "work"),
          entry(
              "erasure",
              "recall.originals",
              "head",
              "projection",
              "ledger",
              "journal",
              "model",
              "conversation",
              "work"),
          entry("recall"),
          entry(
              "recall.originals",
              "recall",
              "head",
              "projection",
              "words",
              "ledger",
              "journal",
              "tool",
              "Tools",
              "model",
              "conversation",
              "work"),
          entry(
              "agent",
              "erasure",
              "bytes",
              "recall",
              "recall.originals",
              "compactor",
              "compaction",
              "projection",
              "words",
              "ledger",
              "journal",
              "tool",
              "Tools",
              "model",
              "conversation",
              "work"),
          entry("testing", "invariants", "model", "conversation", "work"));

  /** Those that stand above the packages beneath their own: users find them beside the port. */
  private static final Set<String> DOORS =
      Set.of("dev.recap.tool.Tools", "dev.recap.journal.JsonLinesJournal");

  private static Map.Entry<String, Set<String>> entry(String room, String... below) {
    return Map.entry(room, Set.of(below));
  }

  @ArchTest
  static final ArchRule importsGoDown =
      ArchRuleDefinition.classes().should(useOnlyWhatStandsBelow());

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.recap.(*)..").should().beFreeOfCycles();

  private static ArchCondition<JavaClass> useOnlyWhatStandsBelow() {
    return new ArchCondition<>("use only what stands below") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        String from = room(user);
        Set<String> allowed = MAY_USE.get(from);
        if (allowed == null) {
          events.add(SimpleConditionEvent.violated(user, user + " is in a room without a place"));
          return;
        }
        user.getDirectDependenciesFromSelf().stream()
            .filter(used -> used.getTargetClass().getPackageName().startsWith(ROOT))
            .filter(used -> !room(used.getTargetClass()).equals(from))
            .filter(used -> !allowed.contains(room(used.getTargetClass())))
            .forEach(
                used -> events.add(SimpleConditionEvent.violated(used, used.getDescription())));
      }
    };
  }

  private static String room(JavaClass type) {
    String top = type.getName().replaceFirst("[$].*", "");
    String room = type.getPackageName().substring(ROOT.length());
    return DOORS.contains(top)
        ? top.substring(top.lastIndexOf('.') + 1)
        : room.startsWith("relocated") ? "relocated" : room;
  }
}
