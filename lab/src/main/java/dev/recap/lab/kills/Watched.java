package dev.recap.lab.kills;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.lab.kills.Labels.Label;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Model, tools, journal and database of a worker, with a label before and behind each step. */
final class Watched {
  private Watched() {}

  /** A model whose replies are counted as soon as they are paid. */
  record WatchedModel(Model model, Consumer<ModelRequest> paid, Labels labels) implements Model {
    @Override
    public ModelProfile profile() {
      return model.profile();
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      labels.at(Label.BEFORE_REQUEST);
      ModelReply reply = model.ask(request);
      paid.accept(request);
      labels.at(Label.AFTER_REPLY);
      return reply;
    }
  }

  /** Tools. */
  record WatchedTools(Toolbox tools, Labels labels) implements Toolbox {
    @Override
    public List<ToolSpec> specs() {
      return tools.specs();
    }

    @Override
    public Optional<ToolDeclaration> declaration(String tool) {
      return tools.declaration(tool);
    }

    @Override
    public CheckedCall check(ToolCall call) {
      return tools.check(call);
    }

    @Override
    public Duration longestCall() {
      return tools.longestCall();
    }

    @Override
    public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
      labels.at(Label.BEFORE_EFFECT);
      tools.runAll(
          calls,
          answer -> {
            labels.working();
            labels.at(Label.AFTER_EFFECT);
            answered.accept(answer);
          });
    }

    @Override
    public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
      return tools.findOut(call, way);
    }
  }

  /** A journal in a file. */
  record WatchedJournal(Journal journal, Labels labels) implements Journal {
    @Override
    public void append(List<? extends Entry> entries) {
      labels.at(Label.BEFORE_APPEND);
      journal.append(entries);
      labels.at(Label.AFTER_APPEND);
    }

    @Override
    public long size() {
      return journal.size();
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      journal.read(from, each);
    }
  }

  /** A database: what it appends lasts from its COMMIT on. */
  static DataSource database(DataSource source, Labels labels) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = invoke(source, method, arguments);
          return result instanceof Connection connection ? connection(connection, labels) : result;
        });
  }

  private static Connection connection(Connection connection, Labels labels) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (!method.getName().equals("commit")) {
            return invoke(connection, method, arguments);
          }
          labels.at(Label.BEFORE_APPEND);
          Object result = invoke(connection, method, arguments);
          labels.at(Label.AFTER_APPEND);
          return result;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
