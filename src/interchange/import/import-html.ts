import { findAccordions } from './accordions.ts';
import { findPolicy } from './find-policy.ts';
import { attribute, elementsOf } from './html-names.ts';
import { startLog } from './import-log.ts';
import { importPolicy, type ImportInput, type ImportResult } from './import-policy.ts';
import { dropNotPolicy } from './not-policy.ts';
import { htmlSource, plainText, type Source } from './source.ts';
import { pageTitle } from './title.ts';
import { depthFault, fileFault, unreadable } from './unreadable.ts';

/** A page of HTML to a draft and its receipt. Never throws for a fault of the page; same input, same result. */
export function importHtml(input: ImportInput): ImportResult {
  const fault = fileFault(input);
  if (fault) return unreadable(input, fault);
  const log = startLog();
  const source = htmlSource(plainText(input.text, log));
  const tooDeep = depthFault(source.tree, input.fileName);
  if (tooDeep) return unreadable(input, tooDeep);
  const root = findPolicy(source, log);
  const accordions = findAccordions(root);
  dropNotPolicy(source.tree, root, accordions.kept, log);
  return importPolicy(input, {
    source,
    root,
    log,
    accordions,
    lists: { ids: new Map(), days: [] },
    titles: { page: pageTitle(source.tree) },
    baseUrl: baseOf(source, input.baseUrl),
    hasSlugs: false,
  });
}

/** The address that the page's links are relative to: the given one, its `<base>`, or the address it calls canonical. */
function baseOf(source: Source, given: string | undefined): string | undefined {
  const elements = elementsOf(source.tree);
  const base = elements.find((element) => element.tagName === 'base');
  const canonical = elements.find(
    (element) => element.tagName === 'link' && (attribute(element, 'rel') ?? '').split(' ').includes('canonical'),
  );
  const page = given ?? (canonical && attribute(canonical, 'href'));
  const href = base && attribute(base, 'href');
  if (href === undefined) return page;
  return URL.parse(href, page)?.href ?? page;
}
