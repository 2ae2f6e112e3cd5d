package dev.recap.journal.line;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * How entries are written: record components by name, instants in ISO form, kinds by the names that
 * are said here, so that no public type names Jackson.
 */
final class EntryJson {
  private EntryJson() {}

  /**
   * A mapper that writes and reads {@link Entry}, and passes over what a later release adds to one.
   * How long a text may be is not its business: a line of the journal has a limit as a whole.
   */
  static JsonMapper mapper() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(
            new SimpleModule()
                .addSerializer(Media.Source.class, new SourceName())
                .addDeserializer(Media.Source.class, new SourceGiven()))
        .annotationIntrospector(new ThereUnlessNullable())
        .addMixIn(Entry.class, EntryByKind.class)
        .addMixIn(ItemChange.class, ChangeByKind.class)
        .addMixIn(Block.class, BlockByKind.class)
        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** A component has to be there unless it is marked as one that may be null. */
  private static final class ThereUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      if (!(member instanceof AnnotatedParameter given) || !member.getDeclaringClass().isRecord()) {
        return super.hasRequiredMarker(member);
      }
      RecordComponent component = given.getDeclaringClass().getRecordComponents()[given.getIndex()];
      return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }

  /** The bytes are beside the journal, whatever their source was. */
  private static final class SourceName extends StdSerializer<Media.Source> {
    private static final long serialVersionUID = 1L;

    SourceName() {
      super(Media.Source.class);
    }

    @Override
    public void serialize(Media.Source source, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString("beside");
    }
  }

  /** The folder of the journal that is read. */
  private static final class SourceGiven extends StdDeserializer<Media.Source> {
    private static final long serialVersionUID = 1L;

    SourceGiven() {
      super(Media.Source.class);
    }

    @Override
    public Media.Source deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      json.skipChildren();
      return (Media.Source) context.getAttribute(Media.Source.class);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = UserSaid.class, name = "user-said"),
    @JsonSubTypes.Type(value = Replied.class, name = "replied"),
    @JsonSubTypes.Type(value = Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Intended.class, name = "intended"),
    @JsonSubTypes.Type(value = Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = SummaryAsked.class, name = "summary-asked"),
    @JsonSubTypes.Type(value = Compacted.class, name = "compacted"),
    @JsonSubTypes.Type(value = Weighed.class, name = "weighed"),
    @JsonSubTypes.Type(value = ThinkingVoided.class, name = "thinking-voided"),
    @JsonSubTypes.Type(value = RunEnded.class, name = "run-ended"),
    @JsonSubTypes.Type(value = Entry.Erased.class, name = "erased"),
  })
  private interface EntryByKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ItemChange.ItemOpened.class, name = "opened"),
    @JsonSubTypes.Type(value = ItemChange.ItemBegun.class, name = "begun"),
    @JsonSubTypes.Type(value = ItemChange.ItemClosed.class, name = "closed"),
  })
  private interface ChangeByKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Text.class, name = "text"),
    @JsonSubTypes.Type(value = Media.class, name = "media"),
    @JsonSubTypes.Type(value = ToolCall.class, name = "tool-call"),
    @JsonSubTypes.Type(value = ToolResult.class, name = "tool-result"),
    @JsonSubTypes.Type(value = Opaque.class, name = "opaque"),
  })
  private interface BlockByKind {}
}
