import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What programs that others wrote say of a PDF. */

const has = (program: string) => spawnSync(program, ['-v']).error === undefined

const jars = ['pdfbox2', 'preflight', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
)

/** Which are on this computer. Debian: `qpdf`, `poppler-utils`, `libpdfbox2-java`. */
export const installed = {
  qpdf: has('qpdf'),
  poppler: has('pdfinfo') && has('pdffonts') && has('pdftotext'),
  preflight: jars.every((jar) => existsSync(jar)) && has('java'),
}

/** `qpdf --check`: is the file well formed? */
export const qpdfSays = (pdf: Uint8Array) => said(pdf, 'qpdf', (file) => ['--check', file])

/** The structure tree with its text, by Poppler: what a reader aloud is given. */
export const structureOf = (pdf: Uint8Array) => said(pdf, 'pdfinfo', (file) => ['-struct-text', file])

/** Poppler's list of the fonts, a line each below two of headings. */
export const fontsOf = (pdf: Uint8Array) => said(pdf, 'pdffonts', (file) => [file])

/** The text of the page by Poppler, without the marks that turn a line about. */
export const popplerText = (pdf: Uint8Array) =>
  said(pdf, 'pdftotext', (file) => [file, '-']).replace(/[\u202a-\u202e]/g, '')

/** Apache PDFBox Preflight: knows PDF/A-1b alone. */
export const preflightSays = (pdf: Uint8Array) =>
  said(pdf, 'java', (file) => ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file])

function said(pdf: Uint8Array, program: string, args: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return execFileSync(program, args(file), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (stdout) return stdout // a checker that found something ends with its list and an error
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}
