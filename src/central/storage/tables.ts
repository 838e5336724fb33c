/** Tables of migrations/central as Kysely knows them. */
export interface Tables {
  service: { one: boolean; epoch: string; since: Date }
}
