import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

test('every route that the document names is served; it says what goes in and out', async () => {
  const document: any = await (await fetch(`${central.url}/openapi.json`)).json()
  expect(document.openapi).toMatch(/^3\.1/)
  const named = Object.entries<any>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1')] as const),
  )
  expect(named.length).toBeGreaterThan(10)
  for (const [method, url] of named) expect([url, central.app.hasRoute({ method, url })]).toEqual([url, true])
  const push = document.paths['/v1/sync/push'].post
  expect(push.requestBody.content['application/json'].schema.required).toContain('signature')
  expect(push.responses['200'].content['application/json'].schema.properties).toHaveProperty('verdicts')
})

test('the portal’s document names claims and confirmations, and every route of it is served', async () => {
  const document: any = await (await fetch(`${central.url}/portal/openapi.json`)).json()
  const named = Object.entries<any>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1')] as const),
  )
  for (const [method, url] of named) expect([url, central.app.hasRoute({ method, url })]).toEqual([url, true])
  const presence = document.paths['/portal/v1/confirmation/presence'].post
  const { required } = presence.requestBody.content['application/json'].schema
  expect(required).toEqual(expect.arrayContaining(['request', 'inCanada', 'statement']))
  expect(document.info.description).toContain('password_expired')
})

test('the page that shows it comes from the program alone', async () => {
  const page = await fetch(`${central.url}/docs`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const html = await page.text()
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!)
  expect(files).toHaveLength(3)
  for (const file of files) {
    expect(file).not.toMatch(/^(https?:)?\/\//)
    expect((await fetch(new URL(file, `${central.url}/docs`))).status).toBe(200)
  }
})
