import { addresses, basePath } from '../urls.ts';
import { frame, type Frame } from './frame.ts';
import { shownDraft, type PolicyFacts, type SiteContent } from './site.ts';

/** A policy that is known to be there. @throws when it is not, which no content can cause. */
export function policyOf(content: SiteContent, name: string): PolicyFacts {
  const policy = content.policies.find((candidate) => candidate.name === name);
  if (!policy) throw new Error(`No policy "${name}" among those of the site.`);
  return policy;
}

/** Which version a policy's own address shows; `undefined` when the name is no policy's. */
export function shownVersion(content: SiteContent, name: string): { readonly policy: PolicyFacts; readonly id: string } | undefined {
  const policy = content.policies.find((candidate) => candidate.name === name);
  const version = policy && shownDraft(policy);
  return version && { policy, id: `${name}/${version.name}` };
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
