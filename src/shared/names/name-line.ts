/** `TREMBLAY, Amélie`: the family name in capitals, after the rules of any script that has them. Empty without a name. */
export const nameLine = (person: {
  readonly familyName?: string | undefined
  readonly givenNames?: string | undefined
}): string => [person.familyName?.toLocaleUpperCase('und'), person.givenNames].filter(Boolean).join(', ')
