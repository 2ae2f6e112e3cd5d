// Plays the desk's tickets with the unmodified TypeScript SDK: toolRunner with compactionControl.
//
//   node play.mjs --model-url URL --tools-url URL --turns N [--set KNOB=VALUE]...
//
// Knobs: threshold=N is contextTokenThreshold (none: the SDK's own 100,000), task=system puts the
// task into the system prompt, cache=on asks for automatic caching. Task, tool specs and summary
// prompt come from the desk's export, so that only the loop differs from the other peers and from
// ours. It says two things, a line of JSON each; nothing is counted from what it says.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';

const { values: options } = parseArgs({
  options: {
    'model-url': { type: 'string' },
    'tools-url': { type: 'string' },
    turns: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
for (const needed of ['model-url', 'tools-url', 'turns']) {
  if (!options[needed]) {
    console.error(`--${needed} is missing`);
    process.exit(2);
  }
}
const knobs = Object.fromEntries(options.set.map((knob) => knob.split('=', 2)));
const say = (line) => console.log(JSON.stringify(line));

const fetchJson = async (path, init) => (await fetch(options['tools-url'] + path, init)).json();
const desk = await fetchJson('/export');

const tools = desk.tools.map((tool) => ({
  ...tool,
  parse: (input) => input,
  run: async (input, context) => {
    const id = context.toolUseBlock?.id ?? context.toolUse?.id;
    const done = await fetchJson('/tools/' + tool.name, {
      method: 'POST',
      body: JSON.stringify({ id, input }),
    });
    if (done.isError) {
      throw new Error(done.content.replace(/^Error: /, ''));
    }
    return done.content;
  },
}));

const sdk = new URL('node_modules/@anthropic-ai/sdk/package.json', import.meta.url);
say({ peer: 'started', version: JSON.parse(readFileSync(sdk)).version });

const inSystem = knobs.task === 'system';
const runner = new Anthropic({
  apiKey: 'simulator-needs-no-key',
  baseURL: options['model-url'],
}).beta.messages.toolRunner({
  model: 'claude-sonnet-5-5',
  max_tokens: 4096,
  ...(inSystem ? { system: desk.task } : {}),
  ...(knobs.cache === 'on' ? { cache_control: { type: 'ephemeral' } } : {}),
  messages: [{ role: 'user', content: inSystem ? 'Process the tickets in the queue.' : desk.task }],
  tools,
  max_iterations: Number(options.turns),
  compactionControl: {
    enabled: true,
    ...(knobs.threshold ? { contextTokenThreshold: Number(knobs.threshold) } : {}),
    summaryPrompt: desk.summaryPrompt,
  },
});

let how = 'no reply';
try {
  for await (const message of runner) {
    how = message.stop_reason === 'end_turn' ? 'answered (end_turn)' : 'stopped by ' + message.stop_reason;
  }
} catch (failure) {
  how = 'died: ' + failure.message;
}
say({ peer: 'ended', how });
