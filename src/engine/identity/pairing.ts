import { later } from '../../kernel/clock.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { Work } from '../work.ts';
import { audit } from '../audit/store.ts';
import { findStaff, pairStaff } from './store.ts';
import type { StaffMember } from './people.ts';
import { fingerprint } from '../../kernel/fingerprint.ts';
import { PAIRING } from './rules.ts';
import { countTries, findOpenCode, insertCode, insertTry, useCode } from './pairing-store.ts';

export type PairingKind = 'staff' | 'room';

/** Makes a one-time code for a staff member or a room; only its fingerprint is kept. Older codes for the same are void. */
export async function issueCode(work: Work, kind: PairingKind, targetId: number): Promise<string> {
  const code = work.random.digits(`pair:${kind}:${targetId}:${work.at.getTime()}`, PAIRING.digits);
  await insertCode(work.tx, work.community.id, {
    kind,
    targetId,
    codeHash: fingerprint(code),
    expiresAt: later(work.at, PAIRING.lifetime),
  });
  return code;
}

/** Whether words are one of the codes that are open; it is not used up. */
export async function isOpenCode(work: Work, code: string): Promise<boolean> {
  const found = await findOpenCode(work.tx, work.community.id, 'staff', fingerprint(code), work.at);
  return found !== undefined;
}

/**
 * Redeems a code for the person who sent it, and returns the id that it was made for. A wrong one counts against that
 * person: after five in ten minutes none of theirs is accepted until the ten minutes are over.
 */
export async function redeemCode(
  work: Work,
  kind: PairingKind,
  code: string,
  personId: number,
): Promise<Result<number, 'wrong-code' | 'too-many-tries'>> {
  const { tx, at, community } = work;
  if ((await countTries(tx, community.id, personId, later(at, -PAIRING.lifetime))) >= PAIRING.tries) {
    return refuse('too-many-tries');
  }
  const found = await findOpenCode(tx, community.id, kind, fingerprint(code), at);
  if (found === undefined || !(await useCode(tx, community.id, found.id, at))) {
    await insertTry(tx, community.id, personId, at);
    return refuse('wrong-code');
  }
  return accept(found.targetId);
}

/** Redeems a staff member's code: from now on the person acts as that member, until somebody else pairs or the profile changes. */
export async function pairWithCode(
  work: Work,
  code: string,
  personId: number,
): Promise<Result<StaffMember, 'wrong-code' | 'too-many-tries'>> {
  const redeemed = await redeemCode(work, 'staff', code, personId);
  if (!redeemed.ok) return redeemed;
  const member = (await findStaff(work.tx, work.community.id)).find((candidate) => candidate.id === redeemed.value);
  if (member === undefined) return refuse('wrong-code');
  await pairStaff(work.tx, work.community.id, member.id, personId);
  await audit(work, { actor: `person:${personId}`, action: 'pair', subject: `staff:${member.id}` });
  return accept(member);
}
