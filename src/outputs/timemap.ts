import { addresses, basePath, fileAddresses } from '../urls.ts';
import type { PolicyFacts, SiteContent } from '../view/site.ts';
import { governing, type GoverningFacts } from '../view/succession.ts';

/** Type of a TimeMap. */
export const LINK_FORMAT = 'application/link-format';

/** The versions of a policy that can be visited as its past, present and announced states; one whose words had to go cannot. */
export function mementos(policy: PolicyFacts): readonly GoverningFacts[] {
  return governing(policy).filter(({ removed }) => !removed);
}

/** An instant as HTTP writes it: `Sun, 28 Feb 2027 23:00:00 GMT`. */
export function httpDate(instant: number): string {
  return new Date(instant).toUTCString();
}

/**
 * `/<policy>/timemap.link` (RFC 7089, §5). The datetime of a version is the instant at which it takes effect, so that the list
 * depends on no day; an announced version stands in it before its day. There is no TimeGate: files cannot choose.
 */
export function timeMap({ site }: SiteContent, policy: PolicyFacts): string {
  const base = basePath(site.url);
  const urls = addresses(base);
  const whole = (path: string): string => new URL(path, site.url).href;
  const all = mementos(policy);
  const first = all[0]?.fate.interval.fromInstant;
  const last = all.at(-1)?.fate.interval.fromInstant;
  const range = first === undefined || last === undefined ? '' : `; from="${httpDate(first)}"; until="${httpDate(last)}"`;
  const links = [
    `<${whole(urls.policy(policy.name))}>; rel="original"`,
    `<${whole(fileAddresses(base).timemap(policy.name))}>; rel="self"; type="${LINK_FORMAT}"${range}`,
    ...all.map((version, index) => {
      const rel = [...(index === 0 ? ['first'] : []), ...(index === all.length - 1 ? ['last'] : []), 'memento'].join(' ');
      return `<${whole(urls.version(policy.name, version.name))}>; rel="${rel}"; datetime="${httpDate(version.fate.interval.fromInstant)}"`;
    }),
  ];
  return `${links.join(',\n')}\n`;
}
