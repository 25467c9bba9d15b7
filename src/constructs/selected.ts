import { ApiObject } from 'cdk8s/lib/api-object.js';
import type { IConstruct } from 'constructs';
import type { Platform } from '#platform/platform.js';
import { selectionOf } from '#platform/selection.js';

/** Gives the objects below a construct the labels by which their platform selects objects of their kind. */
export const markSelected = (scope: IConstruct, platform: Platform): void => {
  for (const object of scope.node.findAll().filter((each) => each instanceof ApiObject))
    for (const [label, value] of Object.entries(selectionOf(platform, object.kind)?.labels ?? {}))
      object.metadata.addLabel(label, value);
};
