import type { Waiver } from '../../model/rules/weights.ts';

/** `check-back is off until 2027-06-30 (“…”): 2 findings are not shown.` */
export function waiverText({ rule, severity, reason, until, count }: Waiver): string {
  const what = severity === 'off' ? 'off' : `only a${severity === 'error' ? 'n' : ''} ${severity}`;
  const findings = count === 1 ? '1 finding is' : `${count} findings are`;
  return `${rule} is ${what} until ${until}, because: ${reason.replace(/[.!?]?$/u, '.')} ${findings} ${severity === 'off' ? 'not shown' : 'weighed so'}.`;
}
