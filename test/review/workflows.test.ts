import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { previewHelp } from '#preview/help.js';
import { reviewHelp } from '#review/help.js';

const [github, gitlab] = ['github', 'gitlab'].map((forge) =>
  readFileSync(`docs/how-to/review/${forge}.yml`, 'utf8'),
);

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly if?: string;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: object;
  readonly jobs: Readonly<Record<'compare' | 'post', Job>>;
}

const workflow: Workflow = parse(github ?? '');
const { compare, post } = workflow.jobs;
const steps = [...compare.steps, ...post.steps];
const pipeline: Readonly<Record<string, { readonly script: readonly string[] }>> = parse(gitlab ?? '');
const script = pipeline['review monitoring']?.script ?? [];
const scripts = [...steps.flatMap(({ run }) => run ?? []), script.join('\n')];

/** What bash says of a script that it only reads. */
const read = (text: string): string => spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr;

describe('The workflow of GitHub', () => {
  test('runs what a pull request brings with a token that only reads', () => {
    expect([workflow.permissions, compare.permissions]).toEqual([{}, { contents: 'read' }]);
  });

  test('is of the pull request, never of what it is to be merged into with its secrets', () => {
    expect(workflow.on).toBe('pull_request');
  });

  test('writes by no more than it needs', () => {
    expect(post.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
  });

  test('runs nothing of the pull request where it may write', () => {
    expect(post.steps.flatMap(({ uses = '', run = '' }) => `${uses} ${run}`).join('\n')).not.toMatch(
      /checkout|npm|npx|node /,
    );
  });

  test('does not try to write for a fork, whose token cannot', () => {
    expect(post.if).toBe('github.event.pull_request.head.repo.full_name == github.repository');
  });

  test('names actions by their commits', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.filter((each) => !/^actions\/[\w-]+@[\da-f]{40}$/.test(each))).toEqual([]);
  });

  test('shows the page in the summary of the run, which a fork has too', () => {
    expect(compare.steps.map(({ run }) => run)).toContain(
      'cat "$GITHUB_WORKSPACE/review/page.md" >> "$GITHUB_STEP_SUMMARY"',
    );
  });

  test('takes no settings of git from what ran the pull request', () => {
    expect(post.steps.find(({ run = '' }) => run.includes('git init'))?.run).toMatch(
      /rm -rf .git\n[^]*git init/,
    );
  });

  test('takes nothing that a stranger writes, a title or the name of a branch, into a script', () => {
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});

describe('The scripts of both', () => {
  test.each(scripts)('are read by bash: %#', (text) => {
    expect(read(text)).toBe('');
  });

  test('ask commands what they can be asked', () => {
    const commands = [...scripts.join('\n').matchAll(/npx cheomseong (review|preview) ([^|\n>]*)/g)];
    const asked = commands.flatMap(([, verb = '', words = '']) =>
      [...words.matchAll(/--[a-z-]+/g)].map(([option]) => ({ verb, option })),
    );
    const help: Readonly<Record<string, string>> = { review: reviewHelp, preview: previewHelp };
    expect(asked.filter(({ verb, option }) => !help[verb]?.includes(option))).toEqual([]);
  });

  test("picture each dashboard alone, for one that only one side has is no other side's", () => {
    expect(
      [github, gitlab].map((text) => text?.match(/preview --pictures \S+ --only "\$uid"/g)?.length),
    ).toEqual([2, 2]);
  });

  test('know their comment again by the same mark', () => {
    expect([github, gitlab].map((text) => text?.match(/<!-- cheomseong review -->/g)?.length)).toEqual([
      2, 2,
    ]);
  });
});
