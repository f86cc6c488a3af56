import { getCollection, getEntry } from 'astro:content';
import type { SiteContent } from '../view/site.ts';

/** Everything that views are made from, out of the content store. Pages in the order of their names. */
export async function siteContent(): Promise<SiteContent> {
  const site = await getEntry('site', 'site');
  if (!site) throw new Error('The content store holds no site: content/site.yaml is missing or wrong. Run "npm run policy -- check".');
  const policies = await getCollection('policies');
  const pages = await getCollection('pages');
  // Without drafts there are none.
  const [checked] = await getCollection('findings');
  return {
    site: site.data,
    asOf: site.data.asOf,
    findings: checked?.data.findings,
    policies: policies.map((policy) => policy.data).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    pages: pages.map((page) => ({ name: page.id, ...page.data })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The sections of a frozen redline, as readers were shown them. */
export async function redlineHtml(id: string): Promise<string> {
  const stored = await getEntry('redlines', id);
  if (!stored) throw new Error(`The content store holds no redline ${id}.`);
  return stored.data.html;
}
