import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toBuffer, toString } from 'qrcode';
import { print } from './console.ts';
import { texts } from './texts.ts';

/** The code that the phone scans to log in: in the terminal, and as a picture where the terminal's letters do not fit. */
export interface QrCode {
  show(url: string): Promise<void>;
  /** Whoever has the code may take the login over, so it goes as soon as it is of no use. */
  remove(): void;
}

/** A QR code whose picture lies in that folder, for the owner's eyes only. */
export function createQrCode(folder: string): QrCode {
  const file = join(folder, 'qr.png');
  return {
    async show(url) {
      rmSync(file, { force: true });
      await writeFile(file, await toBuffer(url, { scale: 8 }), { mode: 0o600 });
      print(texts.scan({ file }));
      print(await toString(url, { type: 'terminal', small: true }));
    },
    remove: () => rmSync(file, { force: true }),
  };
}
