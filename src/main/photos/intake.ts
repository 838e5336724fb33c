/**
 * Taking a photo in: what kind of file is it, is it safe to open, what can be cut from it without loss, and what
 * would an officer want to know about it. The picture data itself is never altered; screen and print get copies.
 */
import { createHash } from 'node:crypto'
import type { ErrorCode } from '../../shared/errors.ts'
import { fileFactsOf } from '../../shared/photos/file-facts.ts'
import { walkJpeg } from '../../shared/photos/jpeg.ts'
import { judgeFile } from '../../shared/photos/judge.ts'
import { type Decoded, onlyDecoded } from '../../shared/photos/measures.ts'
import { uprightSize, type WalkedPicture } from '../../shared/photos/picture.ts'
import { walkPng } from '../../shared/photos/png.ts'
import { deskLimits, type PhotoPolicy } from '../../shared/photos/policy.ts'
import type { CheckResult, FileFacts } from '../../shared/photos/report.ts'
import { type FileKind, sniff } from '../../shared/photos/sniff.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A photo as the desk keeps it. Findings never bar: the officer decides. */
export interface TakenPhoto {
  /** SHA-256 (hex) and size of what arrived; the arrived bytes themselves are not kept. */
  readonly arrived: { readonly sha256: string; readonly bytes: number }
  /** The cleaned original: picture data as it arrived, metadata and trailing bytes cut. */
  readonly original: { readonly sha256: string; readonly bytes: Uint8Array; readonly mime: 'image/jpeg' | 'image/png' }
  /** As a person sees it, orientation applied; pixels. */
  readonly width: number
  readonly height: number
  /** What the file said of itself, as reports keep it. */
  readonly file: FileFacts
  readonly decoded: Decoded
  /** The checks of the file alone, worst first; those of the face are the engine's matter. */
  readonly findings: readonly CheckResult[]
  readonly policy: { readonly profile: PhotoPolicy['profile']; readonly version: string }
}

export interface IntakeLimits {
  readonly maxBytes: number
  readonly maxPixels: number
  readonly timeoutSeconds: number
}

/** Decodes the whole picture within the limits and measures it; `photo.*` failures are values. */
export type Decode = (clean: Uint8Array, limits: IntakeLimits) => Promise<Result<Decoded>>

export interface Given {
  /** The day of the desk, `YYYY-MM-DD`. */
  readonly today: string
  /** When the photo was taken, if somebody said so or the desk's own camera took it; wins over the file's word. */
  readonly takenOn?: string | undefined
  /** Settings of the office; by default `deskLimits`. */
  readonly limits?: IntakeLimits
}

/**
 * Takes a photo in. Fails with `photo.is_*` (not a JPEG or PNG), `photo.too_many_bytes`, `photo.too_many_pixels`,
 * `photo.truncated`, `photo.unreadable` or `photo.timeout`; any bytes give an answer. The same bytes, policy and
 * `given` give the same answer.
 */
export async function takeIn(
  bytes: Uint8Array,
  policy: PhotoPolicy,
  decode: Decode,
  given: Given,
): Promise<Result<TakenPhoto>> {
  const limits = given.limits ?? deskLimits
  const walked = walk(bytes, limits)
  if (!walked.ok) return walked
  const { facts, clean } = walked.value
  // Decoded in another thread, hashed in this one meanwhile.
  const decoding = decode(clean, limits)
  const arrived = { sha256: sha256(bytes), bytes: bytes.length }
  const original = { sha256: sha256(clean), bytes: clean, mime: mimes[facts.format] }
  const decoded = await decoding
  if (!decoded.ok) return decoded
  const file = fileFactsOf(facts, arrived, original.sha256)
  const { today, takenOn } = given
  const arrival = { today, ...(takenOn === undefined ? {} : { takenOn }) }
  return ok({
    arrived,
    original,
    ...uprightSize(facts),
    file,
    decoded: decoded.value,
    findings: judgeFile(onlyDecoded(decoded.value), file, arrival, policy),
    policy: { profile: policy.profile, version: policy.version },
  })
}

const mimes = { jpeg: 'image/jpeg', png: 'image/png' } as const

/** Everything that can be known and refused before the picture is decoded. */
function walk(bytes: Uint8Array, limits: IntakeLimits): Result<WalkedPicture> {
  const kind = sniff(bytes)
  if (kind !== 'jpeg' && kind !== 'png') return fail(wrongKind[kind])
  if (bytes.length > limits.maxBytes) {
    return fail('photo.too_many_bytes', { megabytes: megabytes(bytes.length), limit: megabytes(limits.maxBytes) })
  }
  const walked = kind === 'jpeg' ? walkJpeg(bytes) : walkPng(bytes)
  if (!walked) return fail('photo.unreadable')
  const { width, height, truncated } = walked.facts
  if (width * height > limits.maxPixels) {
    return fail('photo.too_many_pixels', { width, height, limit: Math.floor(limits.maxPixels / 1e6) })
  }
  return truncated ? fail('photo.truncated') : ok(walked)
}

const wrongKind: Readonly<Record<Exclude<FileKind, 'jpeg' | 'png'>, ErrorCode>> = {
  heic: 'photo.is_heic',
  webp: 'photo.is_webp',
  gif: 'photo.is_gif',
  svg: 'photo.is_svg',
  tiff: 'photo.is_tiff',
  pdf: 'photo.is_pdf',
  executable: 'photo.is_executable',
  archive: 'photo.is_archive',
  html: 'photo.is_html',
  empty: 'photo.is_empty',
  other: 'photo.is_other',
}

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
