import { describe, expect, test } from 'vitest';
import { timeMap } from '../../src/outputs/timemap.ts';
import { day, policyOf, siteOf } from '../view/facts.ts';

interface Link {
  readonly target: string;
  readonly rel: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

/** `link-value` of RFC 8288 as RFC 7089 §5 uses it. @throws at anything else. */
function linksIn(text: string): readonly Link[] {
  const links: Link[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const target = /^<([^<>\s"]+)>/u.exec(rest);
    if (!target) throw new Error(`no address at ${rest.slice(0, 30)}`);
    rest = rest.slice(target[0].length);
    const parameters: Record<string, string> = {};
    for (let found = parameter(rest); found; found = parameter(rest)) {
      const [whole, name = '', value = ''] = found;
      if (name in parameters) throw new Error(`${name} stands twice`);
      parameters[name] = value;
      rest = rest.slice(whole.length);
    }
    links.push({ target: target[1] ?? '', rel: (parameters['rel'] ?? '').split(' '), parameters });
    const comma = /^\s*,\s*/u.exec(rest);
    if (rest !== '' && !comma) throw new Error(`no comma at ${rest.slice(0, 30)}`);
    rest = rest.slice(comma?.[0].length ?? 0);
  }
  return links;
}

const parameter = (text: string) => /^\s*;\s*([a-z]+)="([^"]*)"/u.exec(text);

// RFC 1123 as HTTP fixes it, with the right name of the day.
function instantOf(text: string | undefined): number {
  const instant = Date.parse(text ?? '');
  if (new Date(instant).toUTCString() !== text) throw new Error(`${text} is no HTTP date`);
  return instant;
}

function read(told: Parameters<typeof policyOf>[0], more: Parameters<typeof policyOf>[1] = {}): readonly Link[] {
  const policy = policyOf(told, more);
  return linksIn(timeMap(siteOf([policy], '2026-11-22'), policy));
}

describe('a TimeMap', () => {
  test('names the original, itself with its range, and every version by the instant of its effect', () => {
    const links = read([
      { from: '2016-05-26' },
      { from: '2024-01-01', zone: 'Pacific/Kiritimati' },
      { from: '2027-03-01', zone: 'Pacific/Pago_Pago' },
    ]);
    expect(links.map(({ target, rel }) => [target.replace('https://policies.example.org', ''), ...rel])).toEqual([
      ['/privacy/', 'original'],
      ['/privacy/timemap.link', 'self'],
      ['/privacy/2016-05-26/', 'first', 'memento'],
      ['/privacy/2024-01-01/', 'memento'],
      ['/privacy/2027-03-01/', 'last', 'memento'],
    ]);
    expect(links.slice(2).map(({ parameters }) => new Date(instantOf(parameters['datetime'])).toISOString())).toEqual([
      '2016-05-26T00:00:00.000Z',
      '2023-12-31T10:00:00.000Z',
      '2027-03-01T11:00:00.000Z',
    ]);
    const self = links[1]?.parameters;
    expect(self?.['type']).toBe('application/link-format');
    expect([instantOf(self?.['from']), instantOf(self?.['until'])]).toEqual([
      instantOf(links[2]?.parameters['datetime']),
      instantOf(links[4]?.parameters['datetime']),
    ]);
  });

  test('of one version calls it the first and the last', () => {
    expect(read([{ from: '2016-05-26' }]).at(-1)?.rel).toEqual(['first', 'last', 'memento']);
  });

  test('leaves out what never governed and what had to be taken away', () => {
    const gone = { reason: 'An order.', on: day('2020-01-01') };
    const links = read([{ from: '2016-05-26', removed: gone }, { from: '2018-01-01' }, { from: '2027-03-01', withdrawn: gone }]);
    expect(links.slice(2).map(({ target }) => target)).toEqual(['https://policies.example.org/privacy/2018-01-01/']);
    expect(read([{ from: '2027-03-01', withdrawn: gone }]).map(({ rel }) => rel)).toEqual([['original'], ['self']]);
  });
});
