import type { Course, Proven, Standing } from '#derive/derivation.js';
import { duration } from '#ground/duration.js';
import type { FiringAlert } from '#proof/promtool/complaint.js';
import type { Verdict } from '#proof/rules/verdict.js';
import type { WrittenAlert } from '#rules/rule.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, type Fields, called, list, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import type { Histograms, Way } from '#incoming/alert/asked.js';
import { textsCode } from './behaviour.js';
import { coursesCode } from './courses.js';
import { readsOf } from './reads.js';
import { labelsCode } from './series.js';

/** A proof as code: of scenarios that were derived, or why there are none. */
export interface ProofCode {
  readonly code: Code;
  readonly is: 'derived' | 'unproven';
  /** Why there is none. */
  readonly why?: string;
}

/** `unproven('…')`. */
export const unproven = (why: string): ProofCode => ({
  code: called('unproven', verbatim(quoted(why))),
  is: 'unproven',
  why,
});

const lengthCode = (seconds: number): Code => verbatim(quoted(duration(seconds)));

const whenCode = ({ said }: Course, otherwise: string): Code =>
  verbatim(quoted(said.length > 0 ? said.join(', ') : otherwise));

/** How an alert is told: the labels of its series, and what its templates read. */
const toldCode = (alert: WrittenAlert, shared: Labels, { labels, annotations }: FiringAlert): Fields => {
  const { alertname: _, ...others } = labels;
  const rule = { ...shared, ...alert.labels };
  const own = Object.entries(others).filter(([label]) => rule[label]?.includes('{{') !== false);
  return {
    labels: labelsCode(Object.fromEntries(own)),
    reads: textsCode(readsOf(alert.annotations, labels, annotations)),
  };
};

const toldCodes = (alert: WrittenAlert, shared: Labels, told: readonly FiringAlert[]): Fields | undefined => {
  const [first, ...also] = told;
  return (
    first && {
      ...toldCode(alert, shared, first),
      also: also.length === 0 ? undefined : list(also.map((each) => object(toldCode(alert, shared, each)))),
    }
  );
};

type Labels = Readonly<Record<string, string>>;

const provenCode = (
  proven: Proven,
  told: Fields,
  metrics: Catalogue,
  histograms: Histograms,
): Code | undefined => {
  const { fires, quiet, begins, ends, settled, notBefore, firesBy, neverClears } = proven;
  const [faulty, sound] = coursesCode(proven, metrics, histograms);
  // A proof of ours has no word for what fires before its windows are full.
  if (faulty === undefined || sound === undefined || proven.warms !== undefined) return undefined;
  const lasting = { after: lengthCode(begins), lasts: lengthCode(ends - begins) };
  return called(
    'derived',
    object({
      fires: list([
        object({
          when: whenCode(fires, 'the fault lasts'),
          series: faulty,
          ...lasting,
          settles: lengthCode(settled - ends),
          notBefore: notBefore > begins ? lengthCode(notBefore - begins) : undefined,
          within: lengthCode(firesBy - begins),
          neverClears: neverClears === undefined ? undefined : verbatim(quoted(neverClears)),
          ...told,
        }),
      ]),
      quiet: list([object({ when: whenCode(quiet, 'all is well'), series: sound, ...lasting })]),
    }),
  );
};

const standingCode = ({ firesBy }: Standing, told: Fields): Code =>
  called(
    'derived',
    object({
      fires: list([
        object({
          when: verbatim("'whatever is'"),
          series: list([]),
          lasts: lengthCode(firesBy),
          always: verbatim('true'),
          ...told,
        }),
      ]),
      quiet: list([]),
    }),
  );

/** Labels of an application, by which series may be told otherwise than where the proof was derived. */
const ofApplication = ['component', 'application', 'namespace'];

/** The same alert, with what its annotations read where its proof was run as it is written. */
const again = (told: FiringAlert, retold: readonly FiringAlert[]): FiringAlert => {
  const labels = Object.entries(told.labels).filter(([label]) => !ofApplication.includes(label));
  const same = retold.find((each) => labels.every(([label, value]) => each.labels[label] === value));
  return same === undefined ? told : { ...told, annotations: same.annotations };
};

/**
 * What came of an alert's proof, in the words of scenarios.
 *
 * @param way How it is told by the proof as it is written, where that is otherwise, and how its histograms are written.
 */
export const proofCode = (
  alert: WrittenAlert,
  shared: Labels,
  verdict: Verdict,
  metrics: Catalogue,
  { told: retold = [], histograms = 'observe' }: Pick<Way, 'told' | 'histograms'> = {},
): ProofCode => {
  if (verdict.kind !== 'proven' && verdict.kind !== 'always fires')
    return unproven(verdict.kind === 'cannot fire' ? `it cannot fire: ${verdict.why}` : verdict.why);
  const told = toldCodes(
    alert,
    shared,
    verdict.told.map((each) => again(each, retold)),
  );
  const code =
    told &&
    (verdict.kind === 'proven'
      ? provenCode(verdict.derived, told, metrics, histograms)
      : standingCode(verdict.derived, told));
  return code === undefined
    ? unproven('what was derived of it cannot be said of its series')
    : { code, is: 'derived' };
};
