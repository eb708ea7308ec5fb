/** Where pictures and voice messages are kept, under names that the transport has made. */
export interface MediaFiles {
  /** Keeps the bytes for good before it resolves; a second time under one name replaces them. */
  keep(file: string, bytes: Uint8Array): Promise<void>;
}

/** For a transport that never has bytes to fetch. */
export const noMediaFiles: MediaFiles = {
  keep: () => Promise.reject(new Error('this transport has no bytes to keep')),
};
