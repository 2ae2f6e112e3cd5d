package dev.recap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.agent.RunResult.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.UserSaid;
import dev.recap.model.ModelException;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever says something need not know how a conversation stands. */
class ConversationsTest {
  @TempDir Path folder;

  /** A tool that only looks. */
  public static final class Clock {
    @Tool(value = "Says what time it is.", effect = Effect.READ_ONLY)
    public String time() {
      return "noon";
    }
  }

  /** The same under the same name, which says more about itself. */
  public static final class BetterClock {
    @Tool(value = "Says what time it is, in words.", effect = Effect.READ_ONLY)
    public String time() {
      return "noon";
    }
  }

  private static Conversations of(Store store, ScriptedModel model) {
    return Conversations.of(store, Agent.builder(model).tools(new Clock()).build());
  }

  private static List<String> userSaid(Store store, String id) {
    List<Entry> entries = new ArrayList<>();
    store.read(id, 0, entries::add);
    return entries.stream()
        .filter(UserSaid.class::isInstance)
        .map(entry -> ((UserSaid) entry).text())
        .toList();
  }

  private static Said.Ended answered(String text) {
    return new Said.Ended(new Answered(text));
  }

  @ParameterizedTest
  @EnumSource
  void sayingStartsAndThenGoesOn(Databases database) {
    try (Store store = Store.of(database.in(folder));
        ScriptedModel model =
            new ScriptedModel()
                .then(Replies.saying("hello Ann"))
                .then(Replies.saying("hello Bob"))
                .then(Replies.saying("bye Ann"))) {
      Conversations all = of(store, model);

      assertThat(all.say("ann", "I am Ann.")).isEqualTo(answered("hello Ann"));
      assertThat(all.say("bob", "I am Bob.")).isEqualTo(answered("hello Bob"));
      assertThat(all.say("ann", "Bye.")).isEqualTo(answered("bye Ann"));
      assertThat(userSaid(store, "ann")).containsExactly("I am Ann.", "Bye.");
      assertThat(model.lastRequest().messages().toString())
          .contains("hello Ann")
          .doesNotContain("Bob");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatWasLeftIsFinishedFirst(Databases database) {
    try (Store store = Store.of(database.in(folder));
        ScriptedModel model =
            new ScriptedModel()
                .then(Replies.calling("time", "{}"))
                .thenFails(ModelException.Category.PROVIDER, "too busy")
                .then(Replies.saying("it is noon"))
                .then(Replies.saying("you are welcome"))) {
      Conversations all = of(store, model);
      assertThatThrownBy(() -> all.say("c", "What time is it?")).isInstanceOf(ModelException.class);
      assertThat(all.left(10)).extracting(Conversation::id).containsExactly("c");

      assertThat(all.say("c", "Thanks!")).isEqualTo(answered("you are welcome"));
      assertThat(userSaid(store, "c")).containsExactly("What time is it?", "Thanks!");
      assertThat(model.requests()).hasSize(4);
      assertThat(all.left(10)).isEmpty();
      assertThat(all.goOn("c")).isEqualTo(new Said.NothingToDo());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAnotherProcessSaysMeanwhileTheHolderTakes(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source).withHolder("worker 1");
        Store two = Store.of(source);
        ScriptedModel model = new ScriptedModel()) {
      Conversations other = of(two, new ScriptedModel());
      List<Said> heard = new ArrayList<>();
      model
          .then(request -> {
            heard.add(other.say("c", "And please hurry."));
            return Replies.calling("time", "{}").reply();
          })
          .then(Replies.saying("it is noon"))
          .then(Replies.saying("I did hurry"));

      assertThat(of(one, model).say("c", "What time is it?")).isEqualTo(answered("I did hurry"));
      assertThat(heard)
          .singleElement()
          .isInstanceOfSatisfying(
              Said.HeldElsewhere.class, said -> assertThat(said.holder()).contains("worker 1"));
      assertThat(userSaid(one, "c")).containsExactly("What time is it?", "And please hurry.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherProcessCanCancelWhatIsWorkedOn(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source);
        Store two = Store.of(source);
        ScriptedModel model = new ScriptedModel()) {
      Conversations other = of(two, new ScriptedModel());
      model.then(request -> {
        other.cancel("c", "the boss");
        return Replies.calling("time", "{}").reply();
      });

      assertThat(of(one, model).say("c", "What time is it?"))
          .isEqualTo(new Said.Ended(new RunResult.Cancelled()));
      assertThat(other.find("c").orElseThrow().outcome()).isEqualTo("Cancelled");
      assertThat(other.find("c").orElseThrow().unread()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeployThatChangedToolsIsTheCallersToDecide(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      ScriptedModel fails =
          new ScriptedModel().thenFails(ModelException.Category.PROVIDER, "too busy");
      assertThatThrownBy(() -> of(store, fails).say("c", "What time is it?"))
          .isInstanceOf(ModelException.class);

      ScriptedModel model = new ScriptedModel().then(Replies.saying("it is noon"));
      Agent deployed =
          Agent.builder(model).tools(new BetterClock()).instructions("Be brief.").build();
      Conversations after = Conversations.of(store, deployed);

      assertThat(after.goOn("c"))
          .isInstanceOfSatisfying(
              Said.AgentChanged.class,
              said -> assertThat(said.parts()).containsExactly("instructions", "time"));
      assertThat(model.requests()).isEmpty();
      assertThat(after.goOnAsItIs("c")).isEqualTo(answered("it is noon"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void conversationsAreListedSearchedPagedAndDeleted(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      ScriptedModel model = new ScriptedModel();
      Conversations all = of(store, model);
      for (int i = 0; i < 5; i++) {
        model.then(Replies.saying(i == 3 ? "100% Sure_thing" : "no"));
        all.say("c" + i, "Question " + i + "\nand more of it");
      }

      List<Conversation> first = all.list(3, null);
      List<Conversation> rest = all.list(3, first.getLast());
      assertThat(first).hasSize(3);
      assertThat(rest).hasSize(2);
      assertThat(first).extracting(Conversation::id).doesNotContainAnyElementsOf(ids(rest));
      assertThat(ids(all.search("question 2", 10, null))).containsExactly("c2");
      assertThat(ids(all.search("100% sure_", 10, null))).containsExactly("c3");
      assertThat(all.search("100% sureX", 10, null)).isEmpty();
      Conversation one = all.find("c3").orElseThrow();
      assertThat(one.title()).isEqualTo("Question 3");
      assertThat(one.state()).isEqualTo(Conversation.State.ENDED);
      assertThat(one.outcome()).isEqualTo("Answered");

      assertThat(all.delete("c3")).isTrue();
      assertThat(all.delete("c3")).isFalse();
      assertThat(all.find("c3")).isEmpty();
      assertThat(userSaid(store, "c3")).isEmpty();
      assertThatThrownBy(() -> all.list(0, null)).hasMessageContaining("1 to 1000");
    }
  }

  private static List<String> ids(List<Conversation> conversations) {
    return conversations.stream().map(Conversation::id).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsNotDeleted(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      Conversations all = of(store, new ScriptedModel());

      try (SqlJournal journal = store.open("c")) {
        assertThatThrownBy(() -> all.delete(journal.conversation()))
            .isInstanceOf(JournalException.class)
            .hasMessageContaining("'c' was not deleted");
      }
      assertThat(all.delete("c")).isTrue();
    }
  }
}
