// `npm run bench`: how long `npm run synth` takes, and what that is as a multiple of a Node that does nothing.
// The commands alternate, so that whatever else the machine does falls on all of them.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const rounds = Number(process.argv[2] ?? 15);
// where it is set, it costs every Node process 50 to 90 ms
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;
const emptied =
  (...kept) =>
  () => {
    for (const each of kept) rmSync(`.cache/synth/${each}`, { recursive: true, force: true });
  };

const commands = [
  { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
  // of what `npm run build` made
  { name: "import 'cheomseong'", command: [process.execPath, '-e', "import('cheomseong')"] },
  { name: 'npm --version', command: ['npm', '--version'] },
  { name: 'npm run synth', command: ['npm', 'run', 'synth'] },
  { name: 'node bin/cheomseong.mjs synth', command: [process.execPath, 'bin/cheomseong.mjs', 'synth'] },
  {
    name: 'of one application alone',
    command: [process.execPath, 'build/run.mjs', 'test/bench/first.ts'],
  },
  // the compiler is asked again; of a file that did change it would take a little longer
  { name: 'npm run synth after a change', command: ['npm', 'run', 'synth'], before: emptied('types.json') },
  {
    name: 'npm run synth, first after npm ci',
    command: ['npm', 'run', 'synth'],
    before: emptied('run', 'types.json', 'types.tsbuildinfo'),
  },
  {
    name: 'the same of one application alone',
    command: [process.execPath, 'build/run.mjs', 'test/bench/first.ts'],
    before: emptied('first'),
  },
];

const milliseconds = ({ name, command: [program, ...args], before }) => {
  before?.();
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  const taken = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`);
  return taken;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const taken = new Map(commands.map(({ name }) => [name, []]));
// the last commands leave a full cache for the others; a first round that is not counted fills it
for (let round = 0; round <= rounds; round++) {
  for (const one of commands) {
    const time = milliseconds(one);
    if (round > 0) taken.get(one.name).push(time);
  }
}
const bare = median(taken.get('node -e 0'));
console.log(`medians of ${rounds} rounds, ${process.version}`);
for (const [name, times] of taken) {
  const time = median(times);
  console.log(
    `${name.padEnd(36)}${time.toFixed(0).padStart(6)} ms${(time / bare).toFixed(1).padStart(7)} × bare Node`,
  );
}
