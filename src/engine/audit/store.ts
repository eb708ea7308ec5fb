import type { Work } from '../work.ts';

/** Who did what that touches authority, what goes out to all, or what is kept. Appended, never changed. */
export interface AuditNote {
  /** `staff:3`, `person:12`, `console`. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail?: string;
}

/** Appends to the audit, in the transaction of the change itself. */
export async function audit(
  { tx, at, community }: Pick<Work, 'tx' | 'at' | 'community'>,
  note: AuditNote,
): Promise<void> {
  await tx.auditEntry.create({ data: { detail: '', ...note, communityId: community.id, at } });
}

/** How often something was done since a moment. */
export async function countAudited(
  { tx, community }: Pick<Work, 'tx' | 'community'>,
  action: string,
  since: Date,
): Promise<number> {
  return tx.auditEntry.count({ where: { communityId: community.id, action, at: { gte: since } } });
}
