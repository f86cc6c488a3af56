import { fill } from '../fill.ts';

export interface TableWords {
  /** Name of a table without a caption. */
  readonly table: string;
  /** With `{caption}`. */
  readonly tableNamed: string;
}

/** Names the tables of one page, each once: those without a caption, and those whose caption stands there already, are counted. */
export function tableNames({ table, tableNamed }: TableWords): (caption: string) => string {
  const given = new Map<string, number>();
  return (caption) => {
    const name = caption === '' ? table : fill(tableNamed, { caption });
    const count = (given.get(name) ?? 0) + 1;
    given.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  };
}
