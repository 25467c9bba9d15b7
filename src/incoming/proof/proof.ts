import type { Course, Derivation, Expected, Proven } from '#derive/derivation.js';
import { duration } from '#ground/duration.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { behaviourCode, labelsCode } from './behaviour.js';

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

/** The series of a course; nothing where one of them cannot be said. */
const seriesCode = ({ series }: Course, proven: Proven, metrics: Catalogue): Code | undefined => {
  const all = series.map((each) => behaviourCode(each, proven, metrics));
  const said = all.flatMap((each) => each ?? []);
  return said.length < all.length ? undefined : list(said);
};

const toldCode = ({ labels }: Expected) => {
  const { __name__: _, ...others } = labels;
  return labelsCode(others);
};

const provenCode = (proven: Proven, metrics: Catalogue): Code | undefined => {
  const { fires, quiet, begins, ends, settled, notBefore, firesBy, neverClears } = proven;
  const [first, ...also] = fires.expected;
  const [faulty, sound] = [seriesCode(fires, proven, metrics), seriesCode(quiet, proven, metrics)];
  if (first === undefined || faulty === undefined || sound === undefined) return undefined;
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
          ...(notBefore > begins && { notBefore: lengthCode(notBefore - begins) }),
          within: lengthCode(firesBy - begins),
          ...(neverClears !== undefined && { neverClears: verbatim(quoted(neverClears)) }),
          labels: toldCode(first),
          ...(also.length > 0 && { also: list(also.map((each) => object({ labels: toldCode(each) }))) }),
        }),
      ]),
      quiet: list([object({ when: whenCode(quiet, 'all is well'), series: sound, ...lasting })]),
    }),
  );
};

/** What was derived of an alert, in the words of scenarios. */
export const proofCode = (derivation: Derivation, metrics: Catalogue): ProofCode => {
  if (derivation.kind === 'derived') {
    const code = provenCode(derivation, metrics);
    return code === undefined
      ? unproven('what was derived of it cannot be said of the metrics that are declared')
      : { code, is: 'derived' };
  }
  if (derivation.kind === 'always fires') return unproven('it always fires, as a watchdog does');
  return unproven(derivation.kind === 'cannot fire' ? `it cannot fire: ${derivation.why}` : derivation.why);
};
