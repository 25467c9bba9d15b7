import { parser } from '@prometheus-io/lezer-promql';

/** Whether Prometheus's own grammar reads all of a text. */
export const isPromQL = (text: string): boolean => {
  let faults = 0;
  parser.parse(text).iterate({
    enter: ({ type }) => {
      if (type.isError) faults += 1;
    },
  });
  return faults === 0;
};
