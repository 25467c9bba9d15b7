import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { answeredOnHost } from '#hosts/answered.js';
import { hosts } from '../estate.js';
import { type Fault, expected } from './running/fault.js';
import { type Story, story, watching } from './running/story.js';

// The real Prometheus and the real Alertmanager, with the files of a host. Alerts hold for minutes, so that a minute would not do
// for one of them: every length of time in the files is divided by one number (`faster`), and else only this differs:
// - Prometheus reaches others, itself among them, by a proxy in which the names of the host's network are known. What answers
//   there exports the metrics that the application declares, and behaves as the proofs of its alerts say (`targetsOf`).
// - The secret files are elsewhere and hold the URL of a server of this test, and so does alertmanager.yml for webhooks, whose
//   URL Alertmanager 0.25 reads from no file. Mail goes without TLS to a server of this test (`alertmanagerConfig`).
// - `--query.lookback-delta` is not divided: it counts only for series that end without Prometheus noticing, as none does here.

/** What breaks on a host, and who must be told, as far as its application says so in `test/apps/faults/`. */
const faultsOf = (name: string): readonly Fault[] => {
  const file = `test/apps/faults/${name}.yml`;
  const faults: readonly Fault[] = existsSync(file) ? parse(readFileSync(file, 'utf8')) : [];
  return faults;
};

// All at once, since all of them wait most of the time.
const stories = new Map<string, PromiseSettledResult<Story>>();
beforeAll(async () => {
  const all = await Promise.allSettled(hosts.map((host) => story(host, faultsOf(host.application.name))));
  all.forEach((each, i) => stories.set(hosts[i]?.application.name ?? '', each));
}, 300_000);

const applications = hosts.map(({ application }) => answeredOnHost(application).application);

describe.each(applications.map((each) => [each.name, each] as const))(
  'the host of %s',
  (name, application) => {
    const lived = (): Story => {
      const found = stories.get(name);
      if (found?.status !== 'fulfilled') throw found?.reason;
      return found.value;
    };

    test('has all its targets up', () => {
      expect([...lived().watching.jobs].sort()).toEqual([...watching(application).jobs].sort());
    });

    test('evaluates all its rules without error', () => {
      expect([...lived().watching.rules].sort()).toEqual([...watching(application).rules].sort());
    });

    test('tells those who must know what breaks, and nobody else', () => {
      expect(lived().told).toEqual(expected(application, faultsOf(name)));
    });

    test('tells the same when it is mended', () => {
      expect(lived().resolved).toEqual(expected(application, faultsOf(name)));
    });

    test('takes less than a minute from its start until everybody is told', () => {
      expect(lived().seconds).toBeLessThan(60);
    });
  },
);
