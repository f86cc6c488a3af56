import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { deployPlan, type DeployPlan, type Manifest } from '../../model/deploy-plan.ts';
import { ask, isAddress } from '../deep/site-reader.ts';
import { say, UsageError, type ExitCode } from '../io.ts';

export interface DeployPlanOptions {
  /** The `manifest.json` of what is deployed, a file or an address; nothing is deployed yet when absent. */
  readonly from?: string | undefined;
  /** Folder of the built site. */
  readonly out: string;
  readonly format: 'text' | 'json';
}

const manifestSchema = z.record(
  z.string().refine((path) => !path.startsWith('/') && !path.split('/').includes('..')),
  z.string().regex(/^[0-9a-f]{64}$/u),
);

/** Prints which files to send and which to take away, in their order. Sends nothing. */
export async function printDeployPlan({ from, out, format }: DeployPlanOptions): Promise<ExitCode> {
  const fresh = await manifestAt(join(out, 'manifest.json'), `Build the site first: ${out} holds no manifest.json.`);
  const why = 'Name the manifest.json of the deployed site, a file or its address; leave --from out when nothing is deployed yet.';
  const plan = deployPlan(from === undefined ? {} : await manifestAt(from, `${from} cannot be read. ${why}`), fresh);
  if (format === 'json') say(JSON.stringify(plan, undefined, 2));
  else for (const line of linesOf(plan)) say(line);
  return 0;
}

async function manifestAt(place: string, missing: string): Promise<Manifest> {
  const bytes = isAddress(place) ? await ask(place) : await readFile(place).catch(() => undefined);
  if (!bytes) throw new UsageError(missing);
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new UsageError(`${place} is no manifest of a site: it must say the SHA-256 of every file by its path, and nothing else.`);
  }
}

function linesOf(plan: DeployPlan): readonly string[] {
  if (plan.upload.length === 0 && plan.delete.length === 0) return ['Nothing differs.'];
  return [...plan.upload.map((path) => `upload ${path}`), ...plan.delete.map((path) => `delete ${path}`)];
}
