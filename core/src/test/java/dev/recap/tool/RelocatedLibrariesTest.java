package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.relocated.com.networknt.schema.InputFormat;
import dev.recap.relocated.com.networknt.schema.SchemaLocation;
import dev.recap.relocated.com.networknt.schema.SchemaRegistry;
import dev.recap.relocated.com.networknt.schema.SchemaRegistryConfig;
import dev.recap.relocated.com.networknt.schema.SpecificationVersion;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The copies below {@code dev.recap.relocated} have all that the originals have, under new names.
 */
class RelocatedLibrariesTest {
  private static List<String> complaints(String schema, String value, Locale locale) {
    var config = SchemaRegistryConfig.builder().locale(locale).formatAssertionsEnabled(true);
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(config.build()))
        .getSchema(schema)
        .validate(value, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static List<String> complaintsAsASchema(SpecificationVersion dialect, String schema) {
    return SchemaRegistry.withDefaultDialect(dialect)
        .getSchema(SchemaLocation.of(dialect.getDialectId()))
        .validate(schema, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyDialectJudgesASchemaByItsOwnMetaSchema(SpecificationVersion dialect) {
    assertThat(complaintsAsASchema(dialect, "{\"type\": \"string\", \"maxLength\": 3}")).isEmpty();
    assertThat(complaintsAsASchema(dialect, "{\"maxLength\": -3}")).isNotEmpty();
    assertThat(complaintsAsASchema(dialect, "{\"type\": \"number of sorts\"}")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en,    '$: string found, integer expected'",
    "de,    '$: string gefunden, integer erwartet'",
    "fr,    '$: string trouvé, integer attendu'",
    "zh-CN, '$：已找到 string，必须是 integer'",
  })
  void complaintsAreInTheLanguageAskedFor(String language, String complaint) {
    assertThat(complaints("{\"type\": \"integer\"}", "\"x\"", Locale.forLanguageTag(language)))
        .singleElement()
        .asString()
        .contains(complaint.substring(complaint.indexOf(' ') + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "date-time,    1998-12-31T23:59:60Z, 1998-13-31T23:59:59Z",
    "date,         2024-02-29,           2023-02-29",
    "time,         08:30:06Z,            8:30",
    "duration,     P3DT2H,               3 days",
    "uuid,         2eb8aa08-aa98-11ea-b4aa-73b441d16380, 2eb8aa08",
    "email,        joe@example.com,      joe.example.com",
    "ipv4,         192.168.0.1,          192.168.0.256",
    "ipv6,         ::1,                  12345::",
    "uri,          http://example.com/,  //bare",
    "regex,        ^[a-z]+$,             ^(abc]",
    "json-pointer, /foo/bar~0/baz,       /foo/bar~",
    "hostname,     www.example.com,      -a-host-name-that-starts-with--",
    "idn-hostname, 실례.테스트,          〮실례.테스트",
  })
  void formatsAreChecked(String format, String fits, String doesNotFit) {
    String schema = "{\"format\": \"%s\"}".formatted(format);
    assertThat(complaints(schema, quoted(fits), Locale.ENGLISH)).isEmpty();
    assertThat(complaints(schema, quoted(doesNotFit), Locale.ENGLISH)).hasSize(1);
  }

  private static String quoted(String text) {
    return new ObjectMapper().getNodeFactory().textNode(text).toString();
  }

  @Test
  void filesOfAnotherVersionAreNotTakenForOurs(@TempDir Path other) throws Exception {
    Path schema = other.resolve("draft/2020-12/schema");
    Files.createDirectories(schema.getParent());
    Files.writeString(schema, "{\"not\": {}}");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {other.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);

      assertThat(complaintsAsASchema(SpecificationVersion.DRAFT_2020_12, "{}")).isEmpty();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.networknt.schema.Schema",
        "com.ethlo.time.ITU",
        "org.yaml.snakeyaml.Yaml",
      })
  void theOriginalsAreNotOnOurClassPath(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
