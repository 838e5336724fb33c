import type { EventBody } from '../../shared/domain/catalogue.ts'
import { bareNumber } from '../../shared/domain/numbers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { numberInSeal, scannedSeal } from '../../shared/seal/scanned.ts'
import type { Reader } from '../store/types.ts'

/** A finished sheet is scanned: one scan says that it was printed well, is the right paper and the right person's. */

/** The number that a scan names: of a seal the one in it, else the text's own letters and digits. */
export function numberScanned(scanned: string, today: string): string {
  const seal = scannedSeal(scanned)
  return (seal && numberInSeal(seal, today)) ?? bareNumber(scanned)
}

interface Sheet {
  readonly id: string
  readonly number: string
  readonly stock_serial: string | null
}

/**
 * Is the scanned sheet this paper's: by its number, the serial of the sheet, or its seal byte for byte? Fails with
 * `papers.scan_other` (another paper's number), `papers.scan_old_sheet` (an earlier sheet of this one), `papers.scan_differs`.
 */
export function isSheetOf(reader: Reader, paper: Sheet, scanned: string, today: string): Result<null> {
  const seal = scannedSeal(scanned)
  const number = numberScanned(scanned, today)
  const sealed = seal !== undefined && numberInSeal(seal, today) !== undefined
  if (!sealed) return [paper.number, paper.stock_serial].includes(number) ? ok(null) : fail('papers.scan_differs')
  if (number !== paper.number) return fail('papers.scan_other', { number })
  const same = Buffer.from(seal).toString('base64') === sealOf(reader, paper.id)
  return same ? ok(null) : fail('papers.scan_old_sheet', { number })
}

/** The seal that was printed on the paper, base64. */
function sealOf(reader: Reader, id: string): string | undefined {
  const [reserved] = reader.timeline({ kind: 'document', id }, { limit: 1 })
  return (reserved?.body as EventBody<'document.reserved'> | null | undefined)?.seal
}
