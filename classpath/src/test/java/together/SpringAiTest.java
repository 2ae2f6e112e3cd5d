package together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.util.json.schema.JsonSchemaGenerator;

/** Spring AI makes its schemas, with the line of the generator that it was built for. */
class SpringAiTest {
  @Test
  void itsSchemaOfATypeIsMade() {
    assertThat(JsonSchemaGenerator.generateForType(Workshop.Order.class))
        .contains("pieces", "BRAKE");
  }

  @Test
  void itsSchemaOfAMethodIsMade() throws Exception {
    var method = Workshop.class.getMethod("mend", String.class, List.class);

    assertThat(JsonSchemaGenerator.generateForMethodInput(method)).contains("bicycle", "pieces");
  }
}
