import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { engineVersion, startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { measures } from '../../../src/shared/photos/measures.ts'
import type { Timers } from '../../../src/shared/ports.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { portraitJpeg, truncated } from '../../support/portraits.ts'

const assetsDir = join(import.meta.dirname, '../../../assets')
const engine = startPhotoEngine({ assetsDir, timers: nodeTimers })
afterAll(() => engine.close())

/** Timers that ring when the test says so. */
function handTimers(): Timers & { ring(): void } {
  const set = new Set<() => void>()
  return {
    after: (_, fn) => {
      set.add(fn)
      return () => set.delete(fn)
    },
    ring: () => {
      for (const fn of [...set]) fn()
    },
  }
}

test('a portrait is measured in the worker, and the answer has the shape of the contract', async () => {
  const { measures: found, timingsMs } = unwrap(await engine.measure(await portraitJpeg(3, {}, 840)))
  expect(() => measures.parse(found)).not.toThrow()
  expect(found.faces).toBe(1)
  expect(found.face?.iedPx).toBeGreaterThan(60)
  expect(found.values.head).toBeGreaterThan(0.3)
  expect(timingsMs.total).toBeGreaterThan(0)
})

test('the same bytes give the same measures, also after other pictures', async () => {
  const photo = await portraitJpeg(5, {}, 700)
  const first = unwrap(await engine.measure(photo)).measures
  await engine.measure(await portraitJpeg(6, {}, 420))
  expect(unwrap(await engine.measure(photo)).measures).toEqual(first)
})

test('a picture that lies on its side or upside down is measured upright, and its places are those of the picture', async () => {
  const upright = await portraitJpeg(7, {}, 700)
  const { measures: straight } = unwrap(await engine.measure(upright))
  const size = { width: 700, height: 900 }
  for (const turn of [90, 180, 270] as const) {
    const { measures: found } = unwrap(
      await engine.measure(await sharp(upright).rotate(turn).jpeg({ quality: 95 }).toBuffer()),
    )
    expect(found.turn).toBe(360 - turn)
    expect(found.values.roll).toBeCloseTo(straight.values.roll!, -0.5)
    expect(found.values.head).toBeCloseTo(straight.values.head!, 1)
    const { x, y } = straight.face!.chin
    const turnedChin = {
      90: { x: size.height - 1 - y, y: x },
      180: { x: size.width - 1 - x, y: size.height - 1 - y },
      270: { x: y, y: size.width - 1 - x },
    }[turn]
    expect(Math.hypot(found.face!.chin.x - turnedChin.x, found.face!.chin.y - turnedChin.y)).toBeLessThan(12)
  }
})

test('a picture without a face has its light and file measured, and says why the rest is absent', async () => {
  const wall = await sharp({ create: { width: 800, height: 1000, channels: 3, background: '#c8c8c8' } })
    .jpeg()
    .toBuffer()
  const { measures: found } = unwrap(await engine.measure(wall))
  expect(found.face).toBeNull()
  expect(found.values.face_score).toBe(0)
  expect(found.values.jpeg_quality).toBeGreaterThan(70)
  expect(found.notes.head).toBe('no_face')
})

test('a damaged picture is a failure, and the worker goes on', async () => {
  expect(await engine.measure(await truncated(0.3))).toMatchObject({ ok: false })
  expect((await engine.measure(await portraitJpeg(3))).ok).toBe(true)
})

test('the photo that an officer waits for goes before those that were asked for earlier', async () => {
  const photo = await portraitJpeg(3)
  const order: string[] = []
  const ask = (priority: 'officer' | 'ahead' | 'batch') =>
    engine.measure(photo, { priority }).then(() => order.push(priority))
  await Promise.all([ask('batch'), ask('batch'), ask('ahead'), ask('officer')])
  // The first one ran already.
  expect(order).toEqual(['batch', 'officer', 'ahead', 'batch'])
})

test('what is cancelled while it waits is never measured', async () => {
  const photo = await portraitJpeg(3)
  const running = engine.measure(photo)
  const stop = new AbortController()
  const waiting = engine.measure(photo, { signal: stop.signal })
  stop.abort()
  expect(await waiting).toMatchObject({ failure: { code: 'photo.cancelled' } })
  expect((await running).ok).toBe(true)
  expect(await engine.measure(photo, { signal: stop.signal })).toMatchObject({ failure: { code: 'photo.cancelled' } })
})

test('a frame of the camera is read without the mesh', async () => {
  const frame = await sharp(await portraitJpeg(3, {}, 700))
    .resize(249, 320)
    .jpeg()
    .toBuffer()
  const reading = unwrap(await engine.guide(frame))
  expect(reading.faces).toBe(1)
  const { data, info } = await sharp(frame).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const same = unwrap(await engine.guide({ width: info.width, height: info.height, rgba: data }))
  expect(same).toEqual(reading)
})

describe('an engine in trouble', () => {
  test('a picture that takes too long is given up, and the next one has a new worker', async () => {
    const timers = handTimers()
    const slow = startPhotoEngine({ assetsDir, timers, timeoutSeconds: 3 })
    const late = slow.measure(await portraitJpeg(3))
    const next = slow.measure(await portraitJpeg(4))
    timers.ring()
    expect(await late).toMatchObject({ failure: { code: 'photo.timeout', params: { seconds: 3 } } })
    expect((await next).ok).toBe(true)
    await slow.close()
  })

  test('a bug in the worker is told, is a failure of its picture only, and the next picture is tried', async () => {
    const bugs: unknown[] = []
    const workerFile = join(import.meta.dirname, '../../support/failing.worker.ts')
    const broken = startPhotoEngine({ assetsDir, timers: nodeTimers, workerFile, onBug: (bug) => bugs.push(bug) })
    const asked = [broken.measure(await portraitJpeg(3)), broken.measure(await portraitJpeg(3))]
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject({ failure: { code: 'photo.engine_failed' } })
    }
    expect(bugs).toHaveLength(2)
    await broken.close()
  })

  test('missing models are told when the engine is made ready', async () => {
    const bugs: unknown[] = []
    const empty = startPhotoEngine({ assetsDir: '/nowhere', timers: nodeTimers, onBug: (bug) => bugs.push(bug) })
    await expect(empty.ready()).rejects.toThrow()
    expect(bugs).toHaveLength(1)
    await empty.close()
  })

  test('closing answers what waits', async () => {
    const closing = startPhotoEngine({ assetsDir, timers: nodeTimers })
    const asked = [closing.measure(await portraitJpeg(3)), closing.measure(await portraitJpeg(3))]
    await closing.close()
    for (const answer of await Promise.all(asked))
      expect(answer).toMatchObject({ failure: { code: 'photo.cancelled' } })
  })
})

test('the engine says what it measures with', () => {
  const { version, models } = engine.about()
  expect(version).toBe(engineVersion)
  expect(models['blazeface.bin']).toMatch(/^[0-9a-f]{64}$/)
})
