/**
 * A number file for training, in ranges that no office hands out (all begin with 9). A desk that gives real documents
 * gets its file from the office.
 */
export const sampleNumbers = (office: string): string =>
  JSON.stringify({
    format: 'passerelle-numbers-1',
    office,
    blocks: [
      { series: 'document', prefix: 'R', first: 900_000_001, last: 900_000_999, width: 9 },
      { series: 'client', prefix: '', first: 9_900_000_001, last: 9_900_000_999, width: 10 },
      { series: 'application', prefix: 'W', first: 900_000_001, last: 900_000_999, width: 9 },
    ],
  })
