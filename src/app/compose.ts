import { createBot, type Bot } from '../engine/bot.ts';
import type { Ports } from '../engine/engine.ts';
import type { SendLimits } from '../engine/outbox/rules.ts';
import { features } from './features.ts';

/** The program, from the list of its features and the ports to the world. */
export function composeBot(ports: Ports, limits: SendLimits): Bot {
  return createBot(ports, features, limits);
}
