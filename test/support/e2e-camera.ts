import type { Page } from 'playwright-core'

/** A camera of the test: it sees the picture that it is shown, on grey, as a page held before it. */

/** From the next page on the window has this camera; it sees nothing yet. */
export async function putCamera(page: Page, size = { width: 1920, height: 1440 }): Promise<void> {
  await page.addInitScript(({ width: across, height: down }) => {
    const canvas = document.createElement('canvas')
    canvas.width = across
    canvas.height = down
    let picture: ImageBitmap | undefined
    const draw = () => {
      const drawing = canvas.getContext('2d')
      if (!drawing) return
      drawing.fillStyle = '#6b6f73'
      drawing.fillRect(0, 0, canvas.width, canvas.height)
      if (!picture) return
      const scale = Math.min((canvas.width * 0.94) / picture.width, (canvas.height * 0.98) / picture.height)
      const [width, height] = [picture.width * scale, picture.height * scale]
      drawing.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
    }
    let streams: MediaStream[] = []
    setInterval(draw, 100)
    Object.assign(globalThis, {
      async showToCamera(base64: string) {
        picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]))
        draw()
      },
      camerasOn: () =>
        streams.filter((stream) => stream.getTracks().some(({ readyState }) => readyState === 'live')).length,
    })
    // An empty page between two desks has none.
    if (!navigator.mediaDevices) return
    navigator.mediaDevices.getUserMedia = async () => {
      const stream = canvas.captureStream(10)
      streams = [...streams, stream]
      return stream
    }
  }, size)
  await page.reload()
}

/** Holds a picture (JPEG or PNG) before the camera. */
export const showToCamera = (page: Page, picture: Uint8Array): Promise<void> =>
  page.evaluate(
    (base64) => (globalThis as never as { showToCamera(base64: string): Promise<void> }).showToCamera(base64),
    Buffer.from(picture).toString('base64'),
  )

/** Cameras whose light is on. */
export const camerasOn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as never as { camerasOn(): number }).camerasOn())
