import type { Fault } from '#ground/fault.js';
import type { GivenFile } from '#ground/yaml-objects.js';

/** What only Helm knows. Prometheus's own templates, in annotations and labels, have no such words: `{{ .Value }}`, `{{ if … }}`. */
const ofHelm =
  /\{\{[^}]*(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\b(?:include|toYaml|tpl|define|required|nindent) )/;

/** That a file is a template of a chart, as it stands there. */
export const unrenderedFaults = ({ file, text }: GivenFile): readonly Fault[] => {
  const found = ofHelm.exec(text);
  if (!found) return [];
  const [line = ''] = text.slice(found.index).split('\n');
  return [
    {
      where: `${file}:${text.slice(0, found.index).split('\n').length}`,
      what: line.trim(),
      code: 'not-rendered',
      why: 'it is a template of a Helm chart, which says nothing before its values are filled in',
      cure: 'render it first: helm template CHART > rules.yaml',
    },
  ];
};
