import { word } from '#browser/panel/words.js';
import { type Sorting, type TableColumn } from './columns.js';

interface HeadProps {
  readonly columns: readonly TableColumn[];
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting | undefined) => void;
  readonly language: 'ko' | 'en';
}

/** What a press on a column's head does: ascending, descending, as it came. */
const next = (name: string, sorting: Sorting | undefined): Sorting | undefined => {
  if (sorting?.name !== name) return { name, isDescending: false };
  return sorting.isDescending ? undefined : { name, isDescending: true };
};

/** The names of a table's columns, by which it is sorted. */
export const Head = ({ columns, sorting, onSort, language }: HeadProps) => (
  <thead>
    <tr>
      {columns.map(({ name, field, style }) => {
        const order = sorting?.name === name ? (sorting.isDescending ? 'descending' : 'ascending') : 'none';
        return (
          <th key={name} scope="col" aria-sort={order} data-align={style.align}>
            <button
              type="button"
              class="table-sort"
              title={field.config.description ?? `${name} · ${word(language, 'sortBy')}`}
              onClick={() => onSort(next(name, sorting))}
            >
              {name}
              {order !== 'none' && <span aria-hidden="true">{order === 'descending' ? ' ↓' : ' ↑'}</span>}
            </button>
          </th>
        );
      })}
    </tr>
  </thead>
);
