/** Work that must keep its order within a lane, while lanes do not wait for each other. */
export interface Lanes {
  /** Runs the work after everything that was put into the lane before, however that ended. */
  run<Value>(lane: string, work: () => Promise<Value>): Promise<Value>;
}

/** Lanes that exist for as long as there is work in them. */
export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(lane, work) {
      const turn = (last.get(lane) ?? Promise.resolve()).then(work, work);
      last.set(lane, turn);
      const leave = (): void => {
        if (last.get(lane) === turn) last.delete(lane);
      };
      void turn.then(leave, leave);
      return turn;
    },
  };
}
