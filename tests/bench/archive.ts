import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frontmatterSchema, policySchema, siteSchema } from '../../src/config.ts';
import { digestsOf, sha256 } from '../../src/library/digests.ts';
import { freeze } from '../../src/library/freeze.ts';
import { addDays, calendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import { ledgerLines, linesFor } from '../../src/model/ledger/chain.ts';
import type { LedgerEvent } from '../../src/model/ledger/entry.ts';
import { redlineWords } from '../../src/strings/redline.ts';
import { archiveMarkdown, archiveText, type TextOf } from './archive-text.ts';

export interface ArchiveSize {
  readonly policies: number;
  /** In all policies together, as evenly as they go. */
  readonly versions: number;
  /** Whether each version has its redline against the one before, as published ones do: five times the work, and none of it is needed for search. */
  readonly hasRedlines?: boolean | undefined;
}

const SITE = {
  organisation: 'Example Ltd',
  address: ['1 Example Street'],
  contact: { email: 'help@example.org' },
  url: 'https://policies.example.org',
  timeZone: 'Europe/Paris',
  languages: ['en'],
};

/** The last of all versions takes effect on this day; the days of a policy's versions lie a whole number of days apart before it. */
const LAST_DAY = '2026-10-01';
const SPAN_DAYS = 9000;
const RECORDED_AT = '2026-11-01T12:00:00Z';
const AT_ONCE = 64;

/**
 * Writes a content folder with histories that were brought in at once: frozen files and a ledger that `verify` accepts. Always the same bytes;
 * about a minute for 10,000 versions.
 */
export async function writeArchive(content: string, size: ArchiveSize): Promise<void> {
  await mkdir(content, { recursive: true });
  await writeFile(join(content, 'site.yaml'), JSON.stringify(SITE));
  const all = Array.from({ length: size.policies }, (_, policy) => {
    const count = Math.floor(size.versions / size.policies) + (policy < size.versions % size.policies ? 1 : 0);
    return Array.from({ length: count }, (__, version) => ({ policy, version, count }));
  }).flat();
  for (const policy of new Set(all.map((one) => one.policy))) {
    const folder = join(content, 'policies', policyName(policy));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'policy.yaml'), JSON.stringify({ title: titleOf(policy), kind: 'other' }));
  }
  const events: LedgerEvent[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE)
    events.push(
      ...(await Promise.all(
        all.slice(first, first + AT_ONCE).map((one) => writeVersion(content, one, { ...daysOf(one), hasRedline: size.hasRedlines })),
      )),
    );
  await append(content, events);
}

/** One more version of a policy that has so many, in force from the day after the last of the archive. */
export async function addVersion(content: string, { policy, version }: TextOf): Promise<void> {
  const last = dayFrom(LAST_DAY);
  await append(content, [await writeVersion(content, { policy, version }, { day: addDays(last, 1), before: last })]);
}

export function policyName(policy: number): string {
  return `policy-${String(policy + 1).padStart(3, '0')}`;
}

/** Writes the files of a version, its redline against the one before among them, and gives its event. */
async function writeVersion(content: string, of: TextOf, { day, before, hasRedline = false }: Days): Promise<LedgerEvent> {
  const record = archiveText(of);
  const [policy, version] = [policyName(of.policy), day];
  const source = `---\neffective: ${day}\n---\n\n${archiveMarkdown(record)}\n`;
  const draft = {
    policy,
    version,
    file: `policies/${policy}/${version}/policy.mdx`,
    frontmatter: frontmatterSchema.parse({ effective: day }),
    record,
    digests: digestsOf(record),
    source: sha256(source),
    links: [],
    locate: () => undefined,
    placeOf: () => ({ file: '' }),
  };
  const title = titleOf(of.policy);
  const earlier =
    before === undefined || !hasRedline
      ? []
      : [{ version: { version: before, title }, record: archiveText({ ...of, version: of.version - 1 }) }];
  const input = {
    draft,
    site: siteSchema.parse(SITE),
    policy: policySchema.parse({ title }),
    supersedes: before,
    earlier,
    words: redlineWords,
  };
  const { texts, event } = freeze({ ...input, type: 'import' });
  const folder = join(content, 'policies', policy, version);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries({ 'policy.mdx': source, ...texts })) await writeFile(join(folder, name), text);
  return event;
}

async function append(content: string, events: readonly LedgerEvent[]): Promise<void> {
  const file = join(content, 'ledger.jsonl');
  const before = ledgerLines(await readFile(file, 'utf8').catch(() => '')).lines;
  const lines = linesFor(events, before, { recordedAt: RECORDED_AT, zone: SITE.timeZone }, sha256);
  await appendFile(file, lines.map((line) => `${line}\n`).join(''));
}

/** When a version takes effect, the one before it, if there is one, and whether it is compared with that one. */
interface Days {
  readonly day: CalendarDate;
  readonly before?: CalendarDate | undefined;
  readonly hasRedline?: boolean | undefined;
}

function daysOf({ version, count }: { readonly version: number; readonly count: number }): Days {
  const step = Math.max(1, Math.floor(SPAN_DAYS / count));
  const dayOf = (place: number): CalendarDate => addDays(dayFrom(LAST_DAY), (place - count + 1) * step);
  return { day: dayOf(version), before: version === 0 ? undefined : dayOf(version - 1) };
}

function dayFrom(text: string): CalendarDate {
  const day = calendarDate(text);
  if (!day) throw new Error(`${text} is no day.`);
  return day;
}

function titleOf(policy: number): string {
  return `Policy ${policy + 1}`;
}
