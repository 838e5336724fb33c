// Draws the pages of a JSON file (display lists of Passerelle) with pdfmake: the same strings, lines, symbols and picture
// at the same places, PDF/A-2b. Prints one line of JSON with what each page took.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const pdfmake = createRequire(import.meta.url)('pdfmake')
const [pagesFile, fontsFolder, outFolder, warm] = process.argv.slice(2)
const { version } = createRequire(import.meta.url)('pdfmake/package.json')
const { pages, portrait, fonts } = JSON.parse(readFileSync(pagesFile, 'utf8'))
const faces = Object.fromEntries(
  Object.entries(fonts).map(([face, file]) => [face, { normal: join(fontsFolder, file) }]),
)
pdfmake.addFonts(faces)
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => true)
const picture = `data:image/jpeg;base64,${portrait}`

/** pdfmake counts from the upper left corner, and to the top of a line. */
function contentOf({ height, inks }) {
  const marks = []
  const content = []
  for (const ink of inks) {
    if (ink.kind === 'text')
      content.push({
        text: ink.text,
        font: ink.face,
        fontSize: ink.size,
        noWrap: true,
        absolutePosition: { x: ink.x, y: height - ink.y - ink.size * 1.069 },
      })
    else if (ink.kind === 'rect') marks.push(box(ink.x, height - ink.y - ink.height, ink.width, ink.height))
    else if (ink.kind === 'bars') {
      let x = ink.x
      ink.widths.forEach((width, at) => {
        if (at % 2 === 0) marks.push(box(x, height - ink.y - ink.height, width * ink.module, ink.height))
        x += width * ink.module
      })
    } else if (ink.kind === 'modules') marks.push(...modules(ink, height))
    else if (ink.kind === 'portrait')
      content.push({
        image: picture,
        width: ink.width,
        height: ink.height,
        absolutePosition: { x: ink.x, y: height - ink.y - ink.height },
      })
  }
  return [{ canvas: marks, absolutePosition: { x: 0, y: 0 } }, ...content]
}

const box = (x, y, w, h) => ({ type: 'rect', x, y, w, h, color: '#000000', lineWidth: 0 })

/** Dark modules that touch in a row are one rectangle, as ours are. */
function modules({ x, y, module, columns, modules: dark }, height) {
  const rows = dark.length / columns
  const runs = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!dark[row * columns + column]) continue
      let end = column
      while (end < columns && dark[row * columns + end]) end++
      runs.push(box(x + column * module, height - y - (rows - row) * module, (end - column) * module, module))
      column = end
    }
  return runs
}

async function draw(page) {
  const document = pdfmake.createPdf({
    pageSize: { width: page.width, height: page.height },
    pageMargins: 0,
    version: '1.7',
    subset: 'PDF/A-2b',
    lang: page.lang,
    info: { title: page.title },
    defaultStyle: { font: 'regular' },
    content: contentOf(page),
  })
  return document.getBuffer()
}

for (const page of pages.slice(0, Number(warm))) await draw(page)
const times = []
let bytes = 0
for (const [at, page] of pages.entries()) {
  const cpu = process.cpuUsage()
  const started = performance.now()
  const pdf = await draw(page)
  const spent = process.cpuUsage(cpu)
  times.push({ wall: performance.now() - started, cpu: (spent.user + spent.system) / 1000 })
  bytes += pdf.length
  if (at === 0) writeFileSync(join(outFolder, 'peer.pdf'), pdf)
}
console.log(JSON.stringify({ version, times, bytes: bytes / pages.length, rss: process.memoryUsage().rss }))
