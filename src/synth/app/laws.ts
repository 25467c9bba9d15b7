import type { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import { Construct } from 'constructs';
import { lost } from '#alerts/rule/made.js';
import { Application } from '#constructs/application.js';
import { type Fault, oneFaultText } from '#ground/fault.js';
import { type Rendered, objectsBeside, objectsOf } from '#imports/render.js';
import { hintsByKind } from '#laws/hints-by-kind.js';
import { everyDescriptionHolds } from '#laws/described.js';
import type { OwnLaw } from '#laws/law.js';
import { asHeld, laws } from '#laws/laws.js';
import { noAlertIsLost } from '#laws/lost.js';
import { oneObjectPerFile } from '#synth/synthesize.js';

/** What an App holds at one moment. */
interface Seen {
  readonly charts: readonly Application[];
  readonly objects: readonly Rendered[];
  readonly others: readonly Rendered[];
  /** What is wrong with objects of ours by themselves. */
  readonly faults: readonly Fault[];
}

/** The laws over an App, as a construct of it: cdk8s asks constructs what they have to say before it writes. */
export class Laws extends Construct {
  static readonly id = 'laws-of-cheomseong';
  private given: readonly OwnLaw[] = [];
  private except: readonly Chart[] = [];
  private judged: { readonly text: string; readonly told: string[] } | undefined;

  constructor(app: App) {
    super(app, Laws.id);
    this.node.addValidation({ validate: () => this.told() });
  }

  /** More laws, and more charts that none looks into. */
  enter(own: readonly OwnLaw[], except: readonly Chart[]): void {
    this.given = [...new Set([...this.given, ...own])];
    this.except = [...this.except, ...except];
    this.judged = undefined;
  }

  /** cdk8s asks once for the App and once more for each of its charts: what has not changed since is not judged again. */
  private told(): string[] {
    const seen = this.seen();
    const text = JSON.stringify([seen.objects, seen.others]);
    if (this.judged?.text !== text) {
      const faults = this.faultsOf(seen);
      const hints = faults.filter(({ isHint }) => isHint);
      if (hints.length === faults.length)
        for (const hint of hintsByKind(hints)) console.error(oneFaultText(hint));
      const told = faults.filter(({ isHint }) => !isHint).map(oneFaultText);
      this.judged = { text, told: [...new Set(told)] };
    }
    return this.judged.told;
  }

  private seen(): Seen {
    const app = this.node.root;
    const charts = app.node.findAll().filter((each) => Application.isApplication(each));
    const rendered = charts.map((chart) => objectsOf(chart));
    return {
      charts,
      objects: rendered.flatMap(({ objects }) => objects),
      others: objectsBeside(app, [...charts, ...this.except]),
      faults: rendered.flatMap(({ faults }) => faults),
    };
  }

  private faultsOf({ charts, objects, others, faults }: Seen): readonly Fault[] {
    const described = charts.map(({ description }) => description);
    const descriptions = everyDescriptionHolds(described);
    const applications = described.filter(descriptions.isSound);
    return [
      ...descriptions.faults,
      ...faults,
      ...oneObjectPerFile(objects),
      ...[...laws, ...this.given].map(asHeld).flatMap((law) => law({ applications, objects, others })),
      ...noAlertIsLost(lost()),
    ];
  }
}
