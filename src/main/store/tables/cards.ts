import type { CardFileKind } from '../../../shared/cards/kinds.ts'

/** The tables of migrations/desk/0018-cards.sql. */
export interface CardTables {
  card_file: {
    n: number
    id: string
    kind: CardFileKind
    on_day: string
    file: string
    rows: number
    taken: number | null
    refused: number | null
  }
  card_order: { batch: string; line: number; confirmation: string; event: string }
  ecopr: { number: string; confirmation: string; withdrawn: number }
}
