/** Why a Word file cannot be read, in one sentence for the person who has it, with what to do. Thrown inside this folder only. */
export class DocxFault extends Error {
  /** Permanent and searchable, as of a finding. */
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(message);
    this.rule = rule;
  }
}
