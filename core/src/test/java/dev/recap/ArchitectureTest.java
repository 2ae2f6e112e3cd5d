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
          entry("conversation"),
          entry("work"),
          entry("model", "conversation", "work"),
          entry("journal", "model", "conversation", "work"),
          entry("ledger", "journal", "model", "conversation", "work"),
          entry("context", "ledger", "journal", "model", "conversation", "work"),
          entry("relocated"),
          entry("tool", "model", "conversation", "work", "relocated"),
          entry(
              "compaction",
              "context",
              "ledger",
              "journal",
              "tool",
              "model",
              "conversation",
              "work"),
          entry("recall", "context", "ledger", "journal", "tool", "model", "conversation", "work"),
          entry(
              "agent",
              "recall",
              "compaction",
              "context",
              "ledger",
              "journal",
              "tool",
              "model",
              "conversation",
              "work"),
          entry(
              "testing",
              "agent",
              "compaction",
              "context",
              "ledger",
              "journal",
              "tool",
              "model",
              "conversation",
              "work"));

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
    String name = type.getPackageName().substring(ROOT.length());
    int end = name.indexOf('.');
    return end < 0 ? name : name.substring(0, end);
  }
}
