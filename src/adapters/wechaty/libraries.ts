import type { Wechaty } from 'wechaty';
import type { impls } from 'wechaty-puppet';
import type { Card } from './card.ts';

/** A puppet: what makes wechaty speak to one way into WeChat. */
export type Puppet = impls.PuppetInterface;

/** The name of a puppet that is not installed, or is none. */
export class PuppetNotFound extends Error {
  override readonly name = 'PuppetNotFound';
}

/** Rooms of 500 people, several of them: a smaller memory is read anew all the time. */
const CACHE = { contact: 20_000, room: 500, roomMember: 500, message: 2_000 } as const;

/**
 * Runs what imports a package and takes off what the package hung onto the process meanwhile: wechat4u prints an
 * uncaught exception and goes on, half dead. Nothing that is thrown may be swallowed by a package.
 */
export async function importQuietly<Imported>(load: () => Promise<Imported>): Promise<Imported> {
  const before = new Set(process.listeners('uncaughtException'));
  const imported = await load();
  for (const listener of process.listeners('uncaughtException')) {
    if (!before.has(listener)) process.off('uncaughtException', listener);
  }
  return imported;
}

type PuppetName = `wechaty-puppet-${string}` | `@${string}/wechaty-puppet-${string}`;

function isPuppetName(name: string): name is PuppetName {
  return /^(?:@[\w.-]+\/)?wechaty-puppet-[\w.-]+$/u.test(name);
}

/** Makes the puppet of that name. Throws PuppetNotFound. */
export async function openPuppet(name: string): Promise<Puppet> {
  if (!isPuppetName(name)) throw new PuppetNotFound(name);
  const { helpers, log } = await importQuietly(() => import('wechaty-puppet'));
  // Its log is of whole messages, names and ids.
  log.level('silent');
  try {
    return await importQuietly(() => helpers.resolvePuppet({ puppet: name, puppetOptions: { cache: CACHE } }));
  } catch {
    throw new PuppetNotFound(name);
  }
}

/** Whether a puppet has started. */
export function isStarted(puppet: Puppet): boolean {
  // The types of the package that keeps a puppet's state are not to be had through the puppet's own.
  const state = puppet.state as { readonly inactive: () => boolean | 'pending' };
  return state.inactive() !== true;
}

/** A wechaty over that puppet, with the card as its memory. */
export async function openWechaty(puppet: Puppet, memory: Card): Promise<Wechaty> {
  const { WechatyBuilder, log } = await importQuietly(() => import('wechaty'));
  log.level('silent');
  return WechatyBuilder.build({ puppet, memory });
}
