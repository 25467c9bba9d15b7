// Alerts with their proofs: what one is, the words that they are made of, and the ready packs.
export { alert, type AlertSpec, type Alert } from '#alerts/rule/alert.js';
export {
  above,
  atLeast,
  below,
  atMost,
  equal,
  notEqual,
  present,
  type Condition,
  type Presence,
} from '#alerts/rule/condition.js';
export { imported, type ImportedAlert } from '#alerts/imported/imported.js';
export { importedRecord, type RecordSettings } from '#alerts/imported/record.js';
export { type AnyCondition, type ImportedSpec } from '#alerts/imported/spec.js';
export {
  type FiringAsWritten,
  type ImportedProof,
  type ProofAsWritten,
  type ToldAsWritten,
} from '#alerts/imported/proof.js';
export { type Severity, type RuleSeverity, type Facts } from '#alerts/rule/facts.js';
export {
  isOwn,
  type AlertRule,
  type OwnRule,
  type Told,
  type Change as AlertChange,
  type Compared,
  type Present,
  type AddedLabel,
} from '#alerts/rule/rule.js';
export { group, type GroupSettings, type KeptObjective, type RuleGroup } from '#alerts/rule/group.js';
export {
  alertsOf,
  leftOut,
  override,
  type PackOf,
  type RulePack,
  type Overrides,
} from '#alerts/rule/pack.js';
export { together } from '#alerts/rule/together.js';
export { prefixed } from '#alerts/rule/prefix.js';
export { hours, after, type Hours } from '#alerts/rule/hours.js';
export { workdays, weekdays, type Weekday, type ClockTime } from '#alerts/rule/clock.js';
export { record, type RecordingRule, type RecordName, type Recorded } from '#alerts/rule/recording.js';
export { type Annotations, type Says, type Texts, type Runbook, type Said } from '#alerts/rule/says.js';
export { called, placeOf, type Subject } from '#alerts/text/subject.js';
export { commands, query as runbookQuery } from '#alerts/text/command.js';
export { forEach, named } from '#alerts/text/grouped.js';
export { spoken } from '#ground/spoken.js';
export { mostOf, slowestOf } from '#alerts/text/topmost.js';
export { inLanguage, type Language, type Languages, type Localized, type Spoken } from '#ground/language.js';
export { withParticle, type Particle } from '#ground/particle.js';
export {
  holds,
  exists,
  grows,
  steps,
  moves,
  seriesOf,
  type Course,
  type Behaviour,
  type GaugeCourse,
  type CounterCourse,
  type DrawnCourse,
  type Motions,
  type Labels,
} from '#alerts/scenario/behaviour.js';
export type { Level } from '#alerts/scenario/level.js';
export {
  ago,
  flapping,
  ramp,
  samples,
  stopped,
  type Instant,
  type Motion,
  type Ramp,
  type Sampled,
  type Turns,
} from '#alerts/scenario/motion.js';
export { derived, unproven, type Derived, type Standing, type Unproven } from '#alerts/scenario/standing.js';
export { observes, observesInBuckets, shareUpTo, type Sizes } from '#alerts/scenario/histogram.js';
export { restarts } from '#alerts/scenario/restarts.js';
export {
  type Scenario,
  type Moment,
  type Firing,
  type Timing,
  type NonEmpty,
} from '#alerts/scenario/scenario.js';
export { type Proof, type Written } from '#alerts/scenario/proof.js';
export { type Reading } from '#alerts/scenario/reading.js';
export { countedProof, type Counted as CountedEvents } from '#alerts/scenario/counted.js';
export { upReading, type Up } from '#alerts/scenario/up.js';
export {
  type Place,
  type PlaceWords,
  type PlaceCommands,
  type Machine,
  type Server,
  type Running,
  type Watcher,
  type Page,
} from '#alerts/place/place.js';
export { kubernetes as onKubernetes, type Kubernetes } from '#alerts/place/kubernetes.js';
export { dockerCompose, type DockerCompose } from '#alerts/place/compose.js';
export { place, type PlaceSpec } from '#alerts/place/own.js';
export { podsOf, type PodLabels } from '#alerts/place/pods.js';
export { outsideOf } from '#alerts/place/outside.js';
export { probesOf } from '#alerts/place/probes.js';
export * from './packs.js';
