import type { FontFace } from '../../shared/documents/display-list.ts'

/** The files of `assets/fonts` by face. */

export interface FontFile {
  readonly file: string
  readonly sha256: string
  /** Name in the PDF: six letters that mark a subset, as ISO 32000-1, 9.6.4 asks, then the PostScript name. */
  readonly pdfName: string
  /** OpenType features that stay off. */
  readonly off: readonly string[]
  /** Letters that every paper with this face brings along, used or not: what most papers need is cut from the font once. */
  readonly always: string
}

// Noto splits letters such as “ị” into base and mark (ccmp) and joins “fi” (liga): drawn alike, but a reader of single
// glyphs would then find other letters than the ones that were printed.
const whole = ['ccmp', 'liga']

/** What the papers' wording and most values need. */
const latin =
  " $%&'’()+,-–—./0123456789:;ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + 'ÀÂÇÈÉÊËÎÏÔŒÙÛàâçèéêëîïôœùû“”«»·º'
/** Of the names that need other Latin letters most are Spanish. */
const spanish = 'ÁÍÑÓÚÜáíñóúü'

const ownScript = (name: string, tag: string, sha256: string): FontFile => ({
  file: `${name}-Bold.ttf`,
  sha256,
  pdfName: `${tag}+${name}-Bold`,
  off: [],
  always: '',
})

export const fontFiles: Readonly<Record<FontFace, FontFile>> = {
  regular: {
    file: 'NotoSans-Regular.ttf',
    sha256: 'fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614',
    pdfName: 'PASREG+NotoSans-Regular',
    off: whole,
    always: latin,
  },
  bold: {
    file: 'NotoSans-Bold.ttf',
    sha256: '13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431',
    pdfName: 'PASBLD+NotoSans-Bold',
    off: whole,
    always: latin + spanish,
  },
  arabic: ownScript('NotoSansArabic', 'PASARB', 'a86a704ff8b315082f4859b04c2f8f746f4cefb14553ef10505f143e0d4829d3'),
  armenian: ownScript('NotoSansArmenian', 'PASARM', 'beaf0d8d52a118d108a9e4502d3f3fbbcd0ed78e26bcc00d9d80932c342b934a'),
  bengali: ownScript('NotoSansBengali', 'PASBEN', '3a44a4cf2c4f79c3ead8f52dffd5b3a66f0b2483792d66bad81e1a51e888bfd6'),
  devanagari: ownScript(
    'NotoSansDevanagari',
    'PASDEV',
    '67f1ec9e2ac30b261090e32953b2df0adf6c942ab26ac47efb490fa7315bddab',
  ),
  ethiopic: ownScript('NotoSansEthiopic', 'PASETH', 'b968f7d5c79d6caaff5e29031b1598555f4b154de7456dd51b7c866f90d37597'),
  georgian: ownScript('NotoSansGeorgian', 'PASGEO', '4570253cfb7d734286d56ab3ecff6e4ef2cfe9d77c37dc9e739360da89dccc15'),
  gurmukhi: ownScript('NotoSansGurmukhi', 'PASGUR', '49b4d13ee80c9ba8ae008948b43dc53f200f619d8bc206cacaddb6b781c49625'),
  hebrew: ownScript('NotoSansHebrew', 'PASHEB', '8010b087f33f152e25aef020e68cb5568d6f8deebb6dde8f60d655196e59ebde'),
  myanmar: ownScript('NotoSansMyanmar', 'PASMYA', 'e8c0650bd16c279dc64b7baabb33fd5b0266e4ef8005fe36fd8122dcc43dba18'),
  sinhala: ownScript('NotoSansSinhala', 'PASSIN', '69b79ed8e643a86cf3b72e971bfdc745b1d211e0c90e8afe1f9341306a950d6e'),
  tamil: ownScript('NotoSansTamil', 'PASTAM', 'c4abfe6f1291568247afb568fe6a666584f9bf7c91f7e163fd628abb368af316'),
  tibetan: ownScript('NotoSerifTibetan', 'PASTIB', 'b42678aaaac6e0bbd267dcf5bf7042f982fd92a36868a237d09ce6c338f63480'),
  ocrb: {
    file: 'OCRB.otf',
    sha256: '84558d47dbc19bb5887cc7b72ed62c64534fd00f0b569d28e6dc63b71fe27707',
    pdfName: 'PASOCR+OCRB-Regular',
    off: [],
    always: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<',
  },
}
