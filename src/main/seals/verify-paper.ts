import { ok, type Result } from '../../shared/result.ts'
import { type SealFinding, sealFinding } from '../../shared/seal/findings.ts'
import { type Judgement, judgeSeal, type Trust, withFindings } from '../../shared/seal/judge.ts'
import { isWordsOnly, sealedZone } from '../../shared/seal/messages.ts'
import { ourCategory } from '../../shared/seal/profiles.ts'
import { type SeenPaper, type SeeTools, seePaper } from './see-paper.ts'

export interface VerifyTools extends Omit<SeeTools, 'profiles'> {
  readonly trust: Trust
}

/**
 * Verifies the paper in a file (PDF, PNG or JPEG) by its seal, and compares a paper of ours with it. Whatever the paper
 * is, there is a judgement; errors are of the file alone: `seal.file_kind`, `seal.file_damaged`.
 */
export async function verifyPaper(file: Uint8Array, { trust, today, ocrb }: VerifyTools): Promise<Result<Judgement>> {
  const seen = await seePaper(file, { profiles: trust.profiles, today, ocrb })
  return seen.ok ? ok(judgePaper(seen.value, trust, today)) : seen
}

/** Judges a paper that was looked at, by what is known of the world. */
export function judgePaper({ seal, printed, missing }: SeenPaper, trust: Trust, today: string): Judgement {
  if (!seal) return { status: missing.code, findings: [missing], messages: [] }
  const judged = judgeSeal(seal, trust, today)
  return printed ? withFindings(judged, [...printed, ...wordsFindings(judged)]) : unseen(judged)
}

/** What nobody compared with the paper is said. */
export function unseen(judged: Judgement): Judgement {
  const zone = sealedZone(judged.messages) ? [sealFinding('ZONE_NOT_READ')] : []
  const portrait = judged.messages.some(({ feature }) => feature?.coding === 'portrait')
    ? [sealFinding('PORTRAIT_NOT_COMPARED')]
    : []
  return withFindings(judged, [...zone, ...portrait, ...wordsFindings(judged)])
}

/** Of a paper of ours without a zone nothing but the seal was read: an officer compares. */
const wordsFindings = ({ profile, messages }: Judgement): readonly SealFinding[] =>
  profile?.category === ourCategory && isWordsOnly(messages) ? [sealFinding('WORDS_NOT_COMPARED')] : []
