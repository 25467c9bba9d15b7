/** How grave an annotation is, as GitHub has it. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A remark at a line of a file, which a forge shows beside it. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** From the top of the repository. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly text: string;
}

/** So many of a level GitHub shows of a step, https://docs.github.com/actions/reference/workflow-commands; all others it drops, and does not say so. */
export const mostAnnotations = 10;

/** A text in a workflow command. */
export const message = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** The value of one of its properties. */
export const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const commandText = ({ level, path, line, title, text }: Annotation): string =>
  `::${level} file=${property(path)},line=${line},title=${property(title)}::${message(text)}\n`;

/** Those that are shown; in the place of the last of too many how many there are besides, and where they are told. */
const shown = (annotations: readonly Annotation[], all: string): readonly Annotation[] => {
  if (annotations.length <= mostAnnotations) return annotations;
  const first = annotations.slice(0, mostAnnotations - 1);
  const more = annotations.length - first.length;
  return [
    ...first,
    ...annotations.slice(0, 1).map((each) => ({
      ...each,
      title: `and ${more} more`,
      text: `${more} more are not shown here, since GitHub shows ${mostAnnotations} of a step: ${all}`,
    })),
  ];
};

/**
 * Workflow commands, https://docs.github.com/actions/reference/workflow-commands, of each level as many as GitHub shows.
 *
 * @param annotations those first that must be seen.
 * @param all Where all of them are told, a clause.
 */
export const githubCommands = (annotations: readonly Annotation[], all: string): string =>
  (['error', 'warning', 'notice'] as const)
    .flatMap((level) =>
      shown(
        annotations.filter((each) => each.level === level),
        all,
      ),
    )
    .map(commandText)
    .join('');
