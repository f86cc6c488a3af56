import { wordsFor } from '../strings/strings.ts';
import { otherFindings, type FindingsView } from './draft-findings.ts';
import { frame, type Frame } from './frame.ts';
import type { SiteContent } from './site.ts';

export interface NotFoundView {
  /** For those who write: what no page of a draft shows. */
  readonly findings?: FindingsView | undefined;
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly home: string;
}

/** `404.html`. It says what an address that once worked would still do. */
export function notFound(content: SiteContent): NotFoundView {
  const lang = content.site.languages[0] ?? 'en';
  const { strings } = wordsFor(lang);
  return {
    frame: frame({ content, title: strings.notFound, lang, dir: content.site.dir }),
    title: strings.notFound,
    text: strings.notFoundText,
    findings: otherFindings(content),
    home: strings.notFoundHome,
  };
}
