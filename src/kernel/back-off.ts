/** How long to wait before the nth new try, in the unit of `first` and `most`: doubling from `first` up to `most`. */
export function backOff(attempt: number, first: number, most: number): number {
  return Math.min(first * 2 ** Math.max(0, attempt - 1), most);
}
