/** What the desk shows: the answers of its queries. Dates are ISO strings; times are ISO instants in UTC. */

export type * from './views/claims.ts'
export type * from './views/families.ts'
export type * from './views/hall.ts'
export type * from './views/office.ts'
export type * from './views/papers.ts'
export type * from './views/photos.ts'
export type * from './views/printing.ts'
export type * from './views/seals.ts'
export type * from './views/seat.ts'
export type * from './views/shifts.ts'
export type * from './views/sync.ts'
export type * from './views/zones.ts'
