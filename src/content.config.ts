import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { findingsLoader, libraryLoader, type StoredFindings } from './library/astro-loader.ts';
import { buildSettings } from './library/build-settings.ts';
import { pageSchema } from './library/pages.ts';
import type { StoredPolicy, StoredRedline, StoredSite } from './library/site-content.ts';
import type { PolicyVersion } from './model/version.ts';
import { redlineWords } from './strings/redline.ts';

// The library has checked its own entries with positions and remedies; the store's schemas only give them their types.
export const collections = {
  site: defineCollection({ loader: libraryLoader('site'), schema: z.custom<StoredSite>() }),
  policies: defineCollection({ loader: libraryLoader('policies'), schema: z.custom<StoredPolicy>() }),
  versions: defineCollection({ loader: libraryLoader('versions'), schema: z.custom<PolicyVersion>() }),
  redlines: defineCollection({ loader: libraryLoader('redlines'), schema: z.custom<StoredRedline>() }),
  findings: defineCollection({ loader: findingsLoader(redlineWords), schema: z.custom<StoredFindings>() }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: `${buildSettings(process.env).content}/pages` }),
    schema: pageSchema,
  }),
};
