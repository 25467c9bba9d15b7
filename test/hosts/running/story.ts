import { type Application, scrapesOf } from '#application/application.js';
import { answeredOnHost } from '#hosts/answered.js';
import { hostFiles } from '#hosts/hosts.js';
import type { Host } from '#application/host/host.js';
import { words } from '#routing/message/words.js';
import { withServer } from '#servers/server.js';
import { exposition } from './exposition.js';
import { type Fault, expected, ruleOf, summaryOf } from './fault.js';
import { history } from './history.js';
import { untilNone, untilWell } from './patience.js';
import { alerts, rules, targets } from './prometheus-api.js';
import { withSurroundings } from './surroundings.js';
import { targetsOf } from './target.js';

/** How many times as fast everything goes: `for: 5m` takes five seconds, and what is scraped every 15 s is so every 250 ms. */
const factor = 60;

/** What Prometheus does on a host: the names of jobs, and of alerts and recorded metrics. */
export interface Watching {
  readonly jobs: readonly string[];
  readonly rules: readonly string[];
}

/** What it must do for an application. */
export const watching = (application: Application): Watching => ({
  jobs: scrapesOf(application).map(({ job, name }) => job ?? name),
  rules: application.groups.flatMap(({ records, alerts }) => [
    ...records.map(({ record }) => record),
    ...alerts.map(({ name }) => name),
  ]),
});

/** What happened on a host. */
export interface Story {
  /** The jobs whose targets were up, and the rules that were evaluated without error. */
  readonly watching: Watching;
  /** Who was told that something fires, and what, in text order: `shop-slack/url: Shop: PostgreSQL does not answer`. */
  readonly told: readonly string[];
  /** Who was told that something is resolved, in the same form. */
  readonly resolved: readonly string[];
  /** Seconds from the start until everybody was told that something fires. */
  readonly seconds: number;
}

/**
 * Runs the real Prometheus and the real Alertmanager as a host would, breaks things once all is well, and mends them when
 * everybody has been told.
 *
 * @throws Error when a step takes too long, with what it still waits for.
 */
export const story = async (host: Host, faults: readonly Fault[]): Promise<Story> => {
  const start = performance.now();
  const { application } = answeredOnHost(host.application);
  const needed = watching(application);
  const awaited = expected(application, faults);
  const summaries = faults.map((fault) => summaryOf(application, fault));
  const breaking = faults.map((fault) => ruleOf(application, fault));
  const { breakNow, mendNow, moment } = history();

  return withSurroundings(application, hostFiles(host), factor, async (here) => {
    const { network, messages } = here;
    for (const { address, families } of targetsOf(application, breaking))
      network.join(address, { page: () => exposition(families, moment()) });
    // Slack and mail say it in words, a webhook by its status.
    const saysResolved = (text: string) =>
      text.includes(words[application.language].resolved('1')) || text.includes('"status":"resolved"');
    const said = (isResolved: boolean): readonly string[] => {
      const those = messages.filter(({ text }) => saysResolved(text) === isResolved);
      const whats = those.map(
        ({ to, text }) => `${to}: ${summaries.find((summary) => text.includes(summary)) ?? text}`,
      );
      return [...new Set(whats)].sort();
    };
    /** What is not said yet, and beside it what is. */
    const unsaid = (isResolved: boolean) => (): readonly string[] => {
      const present = said(isResolved);
      const missing = awaited.filter((each) => !present.includes(each));
      return missing.length === 0
        ? []
        : [...missing.map((each) => `not yet: ${each}`), ...present.map((each) => `so far: ${each}`)];
    };

    return withServer('prometheus', { config: here.prometheus }, async (prometheus) => {
      network.join('localhost:9090', { server: prometheus });
      // Until there is one, alerts are taken from it and told to nobody: what is dropped is told of later.
      network.join('alertmanager:9093', { page: () => '' });
      const jobs = await untilWell('all targets to be up', needed.jobs, () => targets(prometheus));
      const up = Date.now();
      const evaluated = await untilWell('all rules to be evaluated', needed.rules, () =>
        rules(prometheus, up),
      );
      await untilWell('no alert to be left', [], () => alerts(prometheus));
      // Not before: Prometheus asks its targets only 5 seconds after its start, which here are minutes in which they seem gone.
      return withServer('alertmanager', { config: here.alertmanager }, async (alertmanager) => {
        for (const address of ['alertmanager:9093', 'alertmanager:9093/metrics'])
          network.join(address, { server: alertmanager });
        breakNow();
        await untilNone('everybody to be told', unsaid(false));
        const seconds = (performance.now() - start) / 1_000;
        mendNow();
        await untilNone('everybody to be told that it is resolved', unsaid(true));
        await untilWell('no alert to be left', [], () => alerts(prometheus));
        return { watching: { jobs, rules: evaluated }, told: said(false), resolved: said(true), seconds };
      });
    });
  });
};
