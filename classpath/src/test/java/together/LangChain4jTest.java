package together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import org.junit.jupiter.api.Test;

/** LangChain4j describes its tools. */
class LangChain4jTest {
  public static final class Mender {
    @Tool("Mends a bicycle.")
    public String mend(String bicycle, Workshop.Order order) {
      return bicycle + " " + order;
    }
  }

  @Test
  void itsSpecificationOfAToolIsMade() {
    ToolSpecification mend = ToolSpecifications.toolSpecificationsFrom(new Mender()).getFirst();

    assertThat(mend.name()).isEqualTo("mend");
    assertThat(mend.parameters().properties()).hasSize(2);
    assertThat(mend.toString()).contains("pieces", "BRAKE");
  }
}
