import type { Generated } from 'kysely'

/** The table of migrations/desk/0012-printing.sql. */
export interface PrintingTables {
  print_job: { n: Generated<number>; document: string; state: string; failure: string | null; added_ms: number }
}
