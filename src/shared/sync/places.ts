/**
 * Order and verdicts are the central's word, in no chain: a desk that joins compares what it was handed with a digest of
 * them. One line an event, `<position> <id, 32 hexadecimal digits> <verdict> <why, or nothing>` and a line feed, in the
 * order of the stream; SHA-256 of the text of each block of positions (1 to 10,000, and so on); SHA-256 of those in a row.
 * Whole blocks never change, so a central works each out once.
 */
export const placesInBlock = 10_000
