import { caloppa } from './caloppa.ts';
import { ccpa } from './ccpa.ts';
import { ftc } from './ftc.ts';
import { gdpr } from './gdpr.ts';
import { p2b } from './p2b.ts';
import type { Profile } from './profile.ts';

/** All profiles, in the order of the guide. */
export const PROFILES: readonly Profile[] = [gdpr, caloppa, ccpa, ftc, p2b];

/** Every topic that a section can be tagged with, in the order of the alphabet. */
export const TOPICS: readonly string[] = [...new Set(PROFILES.flatMap(({ topics }) => topics.map(({ topic }) => topic)))].toSorted();
