/** Files of approved applications for tests and benches: rows that look like people, as many as wanted. */

const header =
  'UCI,Application number,Role,Family name,Given names,Date of birth,Sex,Citizenship,Passport number,Passport country,Language,E-mail,Phone,Birth country,Height,Eye colour,Address,City,Province,Postal code,Country,Approved on'

export interface FileRow {
  readonly clientId: string
  readonly applicationNumber?: string
  readonly role?: string
  readonly familyName?: string
  readonly givenNames?: string
  readonly birthDate?: string
  readonly language?: string
  readonly email?: string
}

const line = (row: FileRow, n: number): string =>
  [
    row.clientId,
    row.applicationNumber ?? `E${String(100_000 + n).padStart(9, '0')}`,
    row.role ?? 'principal',
    row.familyName ?? `Haddad${n % 700}`,
    row.givenNames ?? 'Rana',
    row.birthDate ?? '1990-05-17',
    'F',
    'SYR',
    `N${String(n).padStart(8, '0')}`,
    'SYR',
    row.language ?? 'English',
    row.email ?? `p${n}@example.org`,
    '613 555 0100',
    'SYR',
    '168',
    'brown',
    '12 Rideau Street',
    'Ottawa',
    'ON',
    'K1N9J7',
    'CAN',
    '2026-11-02',
  ].join(',')

/** A CSV of these people. */
export const csvOf = (rows: readonly FileRow[]): Uint8Array =>
  new TextEncoder().encode([header, ...rows.map(line)].join('\n'))

/** `count` people in families of four, none in common with another `first`. */
export const crowd = (count: number, first = 0): Uint8Array =>
  csvOf(
    Array.from({ length: count }, (_, n) => ({
      clientId: String(2_000_000_000 + first + n),
      applicationNumber: `E${String(200_000 + Math.floor((first + n) / 4)).padStart(9, '0')}`,
      role: ['principal', 'spouse', 'child', 'child'][n % 4] ?? 'other',
      email: `p${first + n}@example.org`,
    })),
  )

/** A family of four: two adults, two children. */
export const family = (): Uint8Array =>
  csvOf([
    {
      clientId: '1110000001',
      applicationNumber: 'E000000777',
      role: 'PA',
      familyName: 'Haddad',
      givenNames: 'Rana',
      email: 'rana@example.org',
    },
    {
      clientId: '1110000002',
      applicationNumber: 'E000000777',
      role: 'spouse',
      familyName: 'Haddad',
      givenNames: 'Omar',
      birthDate: '1987-02-11',
      email: 'omar@example.org',
    },
    {
      clientId: '1110000003',
      applicationNumber: 'E000000777',
      role: 'child',
      familyName: 'Haddad',
      givenNames: 'Lina',
      birthDate: '2010-09-03',
      language: 'français',
      email: 'lina@example.org',
    },
    {
      clientId: '1110000004',
      applicationNumber: 'E000000777',
      role: 'child',
      familyName: 'Haddad',
      givenNames: 'Sami',
      birthDate: '2014-06-21',
      email: 'sami@example.org',
    },
  ])
