package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.work.Effect;
import dev.recap.work.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Choices that a team edits are data: the schema lists them, and only they are accepted. */
class DataChoicesTest {

  /** A desk whose teams somebody else edits. */
  public static final class Desk {
    final List<String> teams = new ArrayList<>(List.of("Buchhaltung", "Technik"));

    public List<String> teams() {
      return teams;
    }

    @Tool(value = "Routes.", effect = Effect.IDEMPOTENT)
    public String route(@Param("Who has it.") @Param.OneOf("teams") String team) {
      return "to " + team;
    }

    @Tool(value = "Counts.", effect = Effect.READ_ONLY)
    public String count(@Param.OneOf("teams") Optional<String> team) {
      return team.orElse("all");
    }
  }

  record Done(@Item String ticket, @Param.OneOf String team, String remark) {}

  /** Closes what it opened. */
  public static final class Closing {
    @Tool(value = "Opens.", effect = Effect.IDEMPOTENT)
    public Opened<String> open() {
      return Opened.of("T-1", "open");
    }

    @Tool(value = "Closes.", effect = Effect.ONCE)
    public Closed<Done> close(@Item String ticket) {
      return Closed.of(new Done(ticket, "Technik", "kind regards"));
    }
  }

  private static String schema(Toolbox tools, String tool) {
    return tools.specs().stream()
        .filter(spec -> spec.name().equals(tool))
        .findFirst()
        .orElseThrow()
        .inputSchema();
  }

  @Test
  void theSchemaListsWhatTheObjectKnowsWhenTheToolboxIsMade() {
    var desk = new Desk();
    Tools before = Tools.of(desk);
    desk.teams.add("Versand");
    Tools after = Tools.of(desk);
    assertThat(schema(before, "route"))
        .contains(
            "{'type':'string','enum':['Buchhaltung','Technik'],'description':'Who has it.'}"
                .replace('\'', '"'));
    assertThat(schema(after, "route")).contains("Versand");
    assertThat(schema(after, "count")).contains("Versand").doesNotContain("required\":[\"team");
  }

  @Test
  void anotherTextIsRefusedAndToldWhatThereIs() {
    Tools tools = Tools.of(new Desk());
    assertThat(Fixture.complaint(tools, Fixture.call("route", "{'team':'Technik'}"))).isEmpty();
    assertThat(Fixture.complaint(tools, Fixture.call("route", "{'team':'technik'}")))
        .hasValueSatisfying(said -> assertThat(said).contains("team", "technik", "Buchhaltung"));
    assertThat(Fixture.complaint(tools, Fixture.call("count", "{}"))).isEmpty();
  }

  @Test
  void whatIsNoListOfTextsIsRefusedByToolAndParameter() {
    assertThatThrownBy(() ->
            Tools.of(
                new Object() {
                  @Tool(value = "x", effect = Effect.READ_ONLY)
                  public String find(@Param.OneOf("missing") String team) {
                    return team;
                  }
                }))
        .hasMessageContainingAll("'find'", "'team'", "missing");
    assertThatThrownBy(() ->
            Tools.of(
                new Object() {
                  public Set<Integer> sizes() {
                    return Set.of(1);
                  }

                  @Tool(value = "x", effect = Effect.READ_ONLY)
                  public String find(@Param.OneOf("sizes") String size) {
                    return size;
                  }
                }))
        .hasMessageContainingAll("'find'", "'size'", "sizes() gives '1'");
    var empty = new Desk();
    empty.teams.clear();
    assertThatThrownBy(() -> Tools.of(empty)).hasMessageContaining("teams() gives no value");
  }

  @Test
  void aClosingRecordMayStateSuchAValue() {
    Tools tools = Tools.of(new Closing());
    List<ToolAnswer> answers = new ArrayList<>();
    tools.runAll(List.of(Fixture.prepared(tools, "close", "{'ticket':'T-1'}")), answers::add);
    assertThat(answers)
        .singleElement()
        .extracting(ToolAnswer::change)
        .isEqualTo(
            new ToolAnswer.WorkChange.Closes(
                List.of(
                    new Fact("ticket", "T-1", Fact.Kind.VALUE),
                    new Fact("team", "Technik", Fact.Kind.CHOICE))));
  }

  @Test
  void aToolMayBeDescribedInOtherWords() {
    Tools tools = Tools.of(new Desk()).described("route", "Leitet weiter.");
    assertThat(tools.specs().stream().filter(spec -> spec.name().equals("route")))
        .singleElement()
        .satisfies(spec -> assertThat(spec.description()).isEqualTo("Leitet weiter."));
    assertThatThrownBy(() -> tools.described("rout", "x")).hasMessageContaining("'rout'");
  }

  @Test
  void whatClosingRequiresMayBeDataToo() {
    Tools tools = Tools.of(new Desk(), new Closing());
    assertThat(tools.requires("close", List.of("route")).declaration("close"))
        .hasValueSatisfying(close ->
            assertThat(close.role())
                .isEqualTo(new Toolbox.ToolDeclaration.Role.Closes(List.of("route"))));
    assertThatThrownBy(() -> tools.requires("route", List.of()))
        .hasMessageContaining("only one that closes");
    assertThatThrownBy(() -> tools.requires("close", List.of("missing")))
        .hasMessageContaining("'missing'");
  }
}
