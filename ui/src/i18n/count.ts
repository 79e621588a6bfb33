const number = new Intl.NumberFormat('en');

/** A number with its noun: "1 track", "1,487 tracks". */
export const count = (n: number, one: string, many: string): string =>
  `${number.format(n)} ${n === 1 ? one : many}`;
