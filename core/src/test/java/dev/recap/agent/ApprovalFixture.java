package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Journal;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.List;

/** A shop whose mails need a yes. */
abstract class ApprovalFixture {
  final PaintShop shop = new PaintShop();
  final Journal journal = Journal.inMemory();
  final Replies ok = Replies.saying("Ok.");

  Agent agent(ScriptedModel model) {
    return Agent.builder(model)
        .tools(shop)
        .approve(call -> call.tool().equals("mail"))
        .compaction(Compaction.none())
        .build();
  }

  Run run(ScriptedModel model) {
    return agent(model).start(journal, "Go.");
  }

  static List<ToolCall> waiting(Run run) {
    return ((RunResult.ApprovalNeeded) run.result()).calls();
  }

  static Replies looksUpAndMails(String... addresses) {
    Replies reply = calls("look_up", "{'words':'glue'}");
    for (String address : addresses) {
      reply.andCalling("mail", "{\"to\":\"%s\"}".formatted(address));
    }
    return reply;
  }
}
