package dev.recap.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.tool.Toolbox.ToolDeclaration.Role;
import dev.recap.work.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeskTaskTest {
  private static final List<String> STEPS =
      List.of(
          "get_next_ticket",
          "classify_ticket",
          "search_knowledge_base",
          "set_priority",
          "route_to_team",
          "draft_response",
          "mark_complete");

  private final Desk desk = new Desk(1);

  @AfterEach
  void close() {
    desk.close();
  }

  @Nested
  class TheTask {
    @Test
    void namesTheSevenToolsInTheOrderOfTheSteps() {
      String task = DeskTask.forTickets(5);

      assertThat(STEPS.stream().map(step -> task.indexOf(step)).toList())
          .isSorted()
          .allMatch(place -> place > 0);
      assertThat(task).contains("5 tickets", "one ticket at a time", "queue is empty");
    }

    @Test
    void needsATicket() {
      assertThatIllegalArgumentException().isThrownBy(() -> DeskTask.forTickets(0));
    }
  }

  @Nested
  class TheTools {
    @Test
    void declareWhatTheyDoToTheWorld() {
      Map<String, Effect> others =
          Map.of("search_knowledge_base", Effect.READ_ONLY, "mark_complete", Effect.ONCE);

      for (String step : STEPS) {
        assertThat(desk.tools().declaration(step).orElseThrow().effect())
            .as(step)
            .isEqualTo(others.getOrDefault(step, Effect.IDEMPOTENT));
      }
    }

    @Test
    void openAndCloseTicketsAsWorkItems() {
      assertThat(desk.tools().declaration("get_next_ticket").orElseThrow().role())
          .isEqualTo(new Role.Opens());
      assertThat(desk.tools().declaration("mark_complete").orElseThrow().role())
          .isEqualTo(
              new Role.Closes(
                  List.of("classify_ticket", "set_priority", "route_to_team", "draft_response")));
    }
  }

  @Nested
  class TheExport {
    private JsonNode export() throws JsonProcessingException {
      return new ObjectMapper().readTree(DeskExport.json(5, desk.tools().specs()));
    }

    @Test
    void holdsTaskSummaryPromptAndTools() throws JsonProcessingException {
      assertThat(export().fieldNames())
          .toIterable()
          .containsExactly("task", "summaryPrompt", "tools");
      assertThat(export().get("task").asText()).isEqualTo(DeskTask.forTickets(5));
      assertThat(export().get("summaryPrompt").asText()).contains("<summary>", "</summary>");
      assertThat(export().get("tools").findValuesAsText("name"))
          .containsExactlyInAnyOrderElementsOf(STEPS);
    }

    @Test
    void givesEachToolASchemaThatNamesTheAcceptedValues() throws JsonProcessingException {
      for (JsonNode tool : export().get("tools")) {
        JsonNode schema = tool.get("input_schema");
        assertThat(schema.get("type").asText()).isEqualTo("object");
        assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
        if (tool.get("name").asText().equals("route_to_team")) {
          assertThat(schema.at("/properties/team/enum"))
              .extracting(JsonNode::asText)
              .containsExactly(
                  "billing-team",
                  "tech-support",
                  "account-services",
                  "product-success",
                  "logistics-team");
        }
        if (tool.get("name").asText().equals("search_knowledge_base")) {
          assertThat(schema.get("required")).extracting(JsonNode::asText).containsExactly("query");
        }
      }
    }
  }
}
