import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBuffer, toString } from 'qrcode';
import { print } from './console.ts';
import { texts } from './texts.ts';

/** The code that the phone scans to log in: in the terminal, and as a picture where the terminal's letters do not fit. */
export interface QrCode {
  show(url: string): void;
  /** Whoever has the code may take the login over, so it goes for good as soon as it is of no use. */
  remove(): void;
}

/** A QR code whose picture lies in that folder, for the owner's eyes only. */
export function createQrCode(folder: string): QrCode {
  const file = join(folder, 'qr.png');
  let last = Promise.resolve();
  let isOver = false;
  return {
    show(url) {
      last = last.then(async () => {
        const picture = await toBuffer(url, { scale: 8 });
        const letters = await toString(url, { type: 'terminal', small: true });
        if (isOver) return;
        rmSync(file, { force: true });
        writeFileSync(file, picture, { mode: 0o600 });
        print(texts.scan({ file }));
        print(letters);
      });
    },
    remove() {
      isOver = true;
      rmSync(file, { force: true });
    },
  };
}
