import sharp from 'sharp'
import { expect, test } from 'vitest'
import { headOf } from '../../../src/main/demo/portraits/paint.ts'
import { headCoverings, lookOf, portraitJpeg, portraitSvg } from '../../../src/main/demo/portraits.ts'

test('the same seed draws the same bytes, another seed another person', async () => {
  expect(await portraitJpeg(7, {}, 70)).toEqual(await portraitJpeg(7, {}, 70))
  expect(portraitSvg(lookOf(7))).not.toBe(portraitSvg(lookOf(8)))
})

test('a portrait is as wide and high as an identity photo, bright behind the head', async () => {
  const portrait = await portraitJpeg(3, { covering: 'none' })
  const { width, height } = await sharp(portrait).metadata()
  expect([width, height]).toEqual([420, 540])
  const cut = await sharp(portrait).extract({ left: 4, top: 4, width: 40, height: 40 }).toBuffer()
  const corner = await sharp(cut).stats()
  expect(Math.min(...corner.channels.map(({ mean }) => mean))).toBeGreaterThan(225)
})

test('every skin tone is darker than the one before', async () => {
  const cheeks: number[] = []
  for (let tone = 0; tone < 10; tone++) {
    const drawn = await portraitJpeg(11, { tone, sex: 'F', age: 25, covering: 'none' }, 140)
    const { channels } = await sharp(
      await sharp(drawn).extract({ left: 60, top: 98, width: 20, height: 8 }).toBuffer(),
    ).stats()
    cheeks.push(channels.reduce((sum, { mean }) => sum + mean, 0))
  }
  expect(cheeks).toEqual(cheeks.toSorted((a, b) => b - a))
})

test.each(headCoverings)('the head has its legal size with %s', (covering) => {
  // IRPR 56(2)(e)(iii): chin to crown 25 to 35 mm; the board has 20 units a millimetre.
  for (let seed = 0; seed < 60; seed++) {
    const { crown, chin } = headOf(lookOf(seed, { covering }))
    expect((chin - crown) / 20).toBeGreaterThan(25)
    expect((chin - crown) / 20).toBeLessThan(35)
  }
})

test('traits are kept', () => {
  expect(lookOf(1, { tone: 9, sex: 'M', age: 40, covering: 'turban', hair: 'wavy' })).toMatchObject({
    tone: 9,
    feminine: false,
    age: 40,
    covering: 'turban',
    hairKind: 'wavy',
  })
  for (let seed = 0; seed < 40; seed++) expect(lookOf(seed, { sex: 'F' }).beard).toBe('none')
})

test('glasses and beard are as asked for', () => {
  expect(lookOf(2, { sex: 'F', beard: 'full', glasses: 'tinted' })).toMatchObject({ beard: 'full', glasses: 'tinted' })
})

test.each([
  { age: 4, width: 143 },
  { age: 30, width: 715 },
  { age: 80, width: 143 },
])(
  'at the age of $age, the card’s picture holds a head of 31 to 36 mm of 70, and its edges are the wall',
  async ({ age, width }) => {
    const look = lookOf(5, { age, covering: 'none' })
    const card = await portraitJpeg(5, { age, covering: 'none' }, width, 'card')
    expect(await sharp(card).metadata()).toMatchObject({ width, height: (width / 143) * 200 })
    const [, , , height = 0] = (/viewBox="([^"]+)"/.exec(portraitSvg(look, width, 'card'))?.[1] ?? '')
      .split(' ')
      .map(Number)
    const { eyes, chin } = headOf(look)
    const millimetres = (1.87 * (chin - eyes) * 70) / height
    expect(millimetres).toBeGreaterThan(31)
    expect(millimetres).toBeLessThan(36)
    const edge = Math.round(width / 24)
    const corner = await sharp(
      await sharp(card).extract({ left: 0, top: 0, width: edge, height: edge }).toBuffer(),
    ).stats()
    expect(Math.min(...corner.channels.map(({ mean }) => mean))).toBeGreaterThan(200)
  },
)

test('the same seed grains the same card', async () => {
  expect(await portraitJpeg(7, {}, 143, 'card')).toEqual(await portraitJpeg(7, {}, 143, 'card'))
})
