import type { Fault } from '#ground/fault.js';
import { unwritten } from '#ground/unwritten.js';

/** What keeps an alert's link to its runbook from leading anywhere. */
const linkFault = (url: string): Pick<Fault, 'code' | 'why' | 'cure'> | undefined => {
  const cure = "write its address, e.g. 'https://runbooks.example.org/shop/HighErrorRate.md'";
  if (url.trim() === '')
    return { code: 'runbook-nowhere', why: 'its runbook is nowhere: the link is empty', cure };
  if (unwritten(url))
    return { code: 'runbook-nowhere', why: `its runbook is '${url}', which nobody has written`, cure };
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? undefined
    : { code: 'runbook-nowhere', why: `its runbook '${url}' is no address that a message can link to`, cure };
};

/** Alerts of an application of which neither it nor its place says where runbooks are. */
export const noRunbooks = (
  alerts: readonly { readonly name: string; readonly imported?: unknown }[],
): readonly Fault[] => {
  const names = alerts.filter(({ imported }) => imported === undefined).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        {
          where: 'runbook',
          what: names.join(', '),
          code: 'runbook-nowhere',
          why: 'nobody says where its runbooks are read, and its alerts link to none',
          cure: "say it of the cluster, addresses: { runbooks: 'https://…' }, or of the host, runbooks: 'https://…'",
        },
      ];
};

/** Alerts whose message links to no runbook; what is wrong with all of them alike is told once. */
export const runbookFaults = (
  alerts: readonly { readonly name: string }[],
  runbook: (alert: string) => string,
): readonly Fault[] => {
  const faults = alerts.flatMap(({ name }) => {
    const url = runbook(name);
    const fault = linkFault(url);
    return fault ? [{ where: `runbook of ${name}`, what: url, ...fault }] : [];
  });
  return faults.filter(({ why }, i) => faults.findIndex((other) => other.why === why) === i);
};
