import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transcriptLine } from '../../src/app/rehearse.ts';
import { openStage } from './rehearsal.ts';

/**
 * A transcript is a dialogue as `npm run rehearse` shows it: what is typed, and under it, after an arrow, everything
 * that the bot says to it. A line that begins with `#` is for whoever reviews it. A line of JSON is one of the
 * rehearsal's own, for what cannot be typed; rows of a query come after `=`. `#! 2026-09-30T16:00:00+08:00` on the first
 * line sets the clock.
 */
export async function perform(written: string): Promise<string> {
  const lines = written.split('\n');
  const start = /^#! (\S+)$/.exec(lines[0] ?? '')?.[1];
  const stage = await openStage(start === undefined ? {} : { start });
  const shown: string[] = [];
  for (const line of lines) {
    if (isAnswer(line)) continue;
    shown.push(line);
    if (line.trim() === '' || line.startsWith('#')) continue;
    const before = stage.sent.length;
    const { rows, error } = await stage.run(line);
    shown.push(...stage.sent.slice(before).map(transcriptLine));
    shown.push(...(rows ?? []).map((row) => `= ${JSON.stringify(row)}`));
    if (error !== undefined) shown.push(`= ${error}`);
  }
  return shown.join('\n');
}

const isAnswer = (line: string): boolean => /^(?:→| {4}|= )/.test(line);

/** One test for each transcript of a folder: the whole dialogue is compared, so a message too many fails too. */
export function testTranscripts(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.transcript.txt'));
  if (files.length === 0) throw new Error(`no transcripts in ${folder}`);
  test.each(files)('%s', async (name) => {
    const path = join(folder, name);
    const written = readFileSync(path, 'utf8');
    const performed = await perform(written);
    if (process.env['UPDATE_TRANSCRIPTS'] === '1') writeFileSync(path, performed);
    else expect(performed).toBe(written);
  });
}
