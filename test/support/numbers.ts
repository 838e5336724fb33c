/** A file of numbers: a thousand of each series or fewer, none in common with another `part`. */
export const numbersFile = (part: number, office = 'lacolle-15', count = 1000): string => {
  const first = part * 1000
  const range = { first, last: first + count - 1 }
  return JSON.stringify({
    format: 'passerelle-numbers-1',
    office,
    blocks: [
      { series: 'document', prefix: 'R', ...range, width: 9 },
      {
        series: 'client',
        prefix: '',
        first: 1_100_000_000 + first,
        last: 1_100_000_000 + first + count - 1,
        width: 10,
      },
      { series: 'application', prefix: 'W', ...range, width: 9 },
    ],
  })
}
