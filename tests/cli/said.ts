import { vi } from 'vitest';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a verb within this process and gives what it printed and how it would have ended. */
export async function said(verb: () => Promise<number>): Promise<Said> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await verb(), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
