package together;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The MCP SDK reads and checks schemas, with the line of the validator that it was built for. */
class McpTest {
  private final McpSchema.Tool mend =
      McpSchema.Tool.builder(
              "mend",
              McpJsonDefaults.getMapper(),
              """
              {"type": "object", "properties": {"pieces": {"type": "integer"}},
               "required": ["pieces"]}\
              """)
          .build();

  private boolean isValid(Object arguments) {
    return McpJsonDefaults.getSchemaValidator().validate(mend.inputSchema(), arguments).valid();
  }

  @Test
  void itsValidatorJudgesArguments() {
    assertThat(isValid(Map.of("pieces", 2))).isTrue();
    assertThat(isValid(Map.of("pieces", "two"))).isFalse();
    assertThat(isValid(Map.of())).isFalse();
  }

  @Test
  void itsToolsAreWrittenAsJson() throws Exception {
    assertThat(McpJsonDefaults.getMapper().writeValueAsString(mend))
        .contains("\"name\":\"mend\"", "\"inputSchema\":");
  }
}
