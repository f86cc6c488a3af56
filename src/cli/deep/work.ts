import { frozenFaults, type DeepVersion } from '../../library/deep.ts';
import type { PolicyHistory } from '../../model/ledger/history.ts';
import { policyAddress, versionPages, type PagesRead } from './site-pages.ts';
import { siteReader } from './site-reader.ts';

/** One piece of deep verification, small enough that many can be done side by side. */
export type Piece =
  | { readonly kind: 'frozen'; readonly version: DeepVersion }
  | { readonly kind: 'pages'; readonly version: DeepVersion }
  | { readonly kind: 'address'; readonly history: PolicyHistory; readonly versions: readonly DeepVersion[] };

/** Does one piece on a content folder or a site. */
export async function work(place: string, piece: Piece): Promise<PagesRead> {
  switch (piece.kind) {
    case 'frozen':
      return { pages: 1, findings: await frozenFaults(place, piece.version) };
    case 'pages':
      return versionPages(siteReader(place), piece.version);
    case 'address':
      return policyAddress(siteReader(place), piece.history, piece.versions);
  }
}
