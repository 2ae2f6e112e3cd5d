// Plays the desk's tickets with the unmodified TypeScript SDK, toolRunner and compactionControl.
//
//   node play.mjs --model-url URL --tools-url URL [--threshold 5000] [--json FILE]
//
// The model is `recap rehearse`, the tools are `recap tools`. Prompt, tool specs and summary prompt
// come from the desk's export, so that only the loop differs from our own runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';

const { values: options } = parseArgs({
  options: {
    'model-url': { type: 'string' },
    'tools-url': { type: 'string' },
    threshold: { type: 'string', default: '5000' },
    json: { type: 'string' },
  },
});
if (!options['model-url'] || !options['tools-url']) {
  console.error('usage: node play.mjs --model-url URL --tools-url URL [--threshold N] [--json FILE]');
  process.exit(2);
}
const toolsUrl = options['tools-url'];
const threshold = Number(options.threshold);

const fetchJson = async (path, init) => (await fetch(toolsUrl + path, init)).json();
const desk = await fetchJson('/export');

// Summary calls are not part of what the iterator yields: they are seen on the wire.
const summaries = [];
const seenByWire = async (url, init) => {
  const response = await fetch(url, init);
  const body = JSON.parse(init.body);
  if (!body.tools) {
    summaries.push((await response.clone().json()).usage ?? {});
  }
  return response;
};

const client = new Anthropic({
  apiKey: 'rehearsal-needs-no-key',
  baseURL: options['model-url'],
  fetch: seenByWire,
});

const asked = [];
const answered = new Set();
let turn = 0;
let ticket = '';
const runnable = desk.tools.map((tool) => ({
  ...tool,
  parse: (input) => input,
  run: async (input, context) => {
    const id = context.toolUseBlock?.id ?? context.toolUse?.id;
    const done = await fetchJson('/tools/' + tool.name, {
      method: 'POST',
      body: JSON.stringify({ id, input }),
    });
    answered.add(id);
    if (tool.name === 'get_next_ticket' && !done.isError) {
      ticket = JSON.parse(done.content).id;
    }
    if (done.isError) {
      throw new Error(done.content.replace(/^Error: /, ''));
    }
    return done.content;
  },
}));

const runner = client.beta.messages.toolRunner({
  model: 'claude-sonnet-4-5',
  max_tokens: 4096,
  messages: [{ role: 'user', content: desk.task }],
  tools: runnable,
  max_iterations: 1000,
  compactionControl: {
    enabled: true,
    contextTokenThreshold: threshold,
    summaryPrompt: desk.summaryPrompt,
  },
});

const turns = [];
let ended = 'ended';
try {
  for await (const message of runner) {
    turn += 1;
    const usage = message.usage;
    const prompt =
      usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0);
    turns.push({ turn, promptTokens: prompt, outputTokens: usage.output_tokens });
    for (const block of message.content.filter((each) => each.type === 'tool_use')) {
      asked.push({ turn, id: block.id, tool: block.name, ticket: block.input.ticket_id ?? ticket });
    }
  }
} catch (failure) {
  ended = 'died: ' + failure.message;
}

const lost = asked.filter((call) => !answered.has(call.id)).map(({ turn: at, tool, ticket: of }) => ({ turn: at, tool, ticket: of }));
const tickets = await fetchJson('/tickets');
const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);
const figures = {
  sdk: JSON.parse(readFileSync(new URL('node_modules/@anthropic-ai/sdk/package.json', import.meta.url))).version,
  threshold,
  turns: turns.length,
  promptTokens: sum(turns, (each) => each.promptTokens),
  outputTokens: sum(turns, (each) => each.outputTokens),
  summaryCalls: summaries.length,
  summaryTokens: sum(summaries, (usage) => (usage.input_tokens ?? 0) + (usage.output_tokens ?? 0)),
  asked: asked.length,
  lost,
  ticketsComplete: tickets.filter((each) => each.status === 'completed').length,
  ended,
};
console.log(JSON.stringify(figures, null, 2));
if (options.json) {
  writeFileSync(options.json, JSON.stringify({ ...figures, perTurn: turns }, null, 2) + '\n');
}
