import { addresses, basePath } from '../urls.ts';
import { frame, type Frame } from './frame.ts';
import { shownOn } from './policy-page.ts';
import type { PolicyFacts, PublishedFacts, SiteContent, VersionFacts } from './site.ts';
import { publishedOf } from './succession.ts';

export interface VersionAddress {
  readonly policy: PolicyFacts;
  readonly version: VersionFacts;
  /** Under which the content store has its text. */
  readonly id: string;
}

/** Every version that has a permanent page: all that were published, whatever became of them, and the drafts that the build shows. */
export function versionAddresses(content: SiteContent): readonly VersionAddress[] {
  return content.policies.flatMap((policy) =>
    policy.versions.map((version) => ({ policy, version, id: `${policy.name}/${version.name}` })),
  );
}

/** Every published version: each has a notice page. */
export function noticeAddresses(content: SiteContent): readonly { readonly policy: PolicyFacts; readonly version: PublishedFacts }[] {
  return content.policies.flatMap((policy) => publishedOf(policy).map((version) => ({ policy, version })));
}

/** Policies with a history: those of which something was published. */
export function withHistory(content: SiteContent): readonly PolicyFacts[] {
  return content.policies.filter((policy) => publishedOf(policy).length > 0);
}

/** The policy of a name, with the id of the text that its own address shows; `undefined` when the name is no policy's. */
export function shownVersion(
  content: SiteContent,
  name: string,
): { readonly policy: PolicyFacts; readonly id?: string | undefined } | undefined {
  const policy = content.policies.find((candidate) => candidate.name === name);
  if (!policy) return undefined;
  const version = shownOn(policy, content.asOf);
  const hasText = version !== undefined && !(version.status === 'published' && version.removed);
  return { policy, id: hasText ? `${name}/${version.name}` : undefined };
}

export interface PageView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead?: string | undefined;
}

/** The frame of an ordinary page, by its name. */
export function pageView(content: SiteContent, name: string): PageView {
  const page = content.pages.find((candidate) => candidate.name === name);
  if (!page) throw new Error(`No page "${name}" among those of the site.`);
  const lang = content.site.languages[0] ?? 'en';
  const path = addresses(basePath(content.site.url)).page(name);
  return {
    frame: frame({ content, title: page.title, description: page.summary, path, lang, dir: content.site.dir }),
    title: page.title,
    lead: page.summary,
  };
}
