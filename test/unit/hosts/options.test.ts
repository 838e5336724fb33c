import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDir, readHostOptions } from '../../../src/main/hosts/options.ts'

test('the demo has a folder of its own', () => {
  expect(readHostOptions([])).toEqual({ demo: false, kiosk: false, dataDir: defaultDataDir(false), port: 0 })
  expect(readHostOptions(['--demo'])).toEqual({ demo: true, kiosk: false, dataDir: defaultDataDir(true), port: 0 })
  expect(defaultDataDir(true)).not.toBe(defaultDataDir(false))
})

test('a folder and a port may be chosen, beside options of Chromium', () => {
  const read = readHostOptions(['.', '--data', 'here', '--port', '5000', '--ozone-platform=x11', '--no-zygote'])
  expect(read).toEqual({ demo: false, kiosk: false, dataDir: resolve('here'), port: 5000 })
})

test('a kiosk is asked for', () => {
  expect(readHostOptions(['--kiosk']).kiosk).toBe(true)
})

test.each(['x', '-1', '70000', '1.5'])('a port that is none is refused: %s', (port) => {
  expect(() => readHostOptions([`--port=${port}`])).toThrow('--port')
})

test('each system keeps data where its programs do', () => {
  expect(defaultDataDir(false, 'linux', {})).toBe(join(homedir(), '.local/share/passerelle'))
  expect(defaultDataDir(true, 'linux', { XDG_DATA_HOME: '/data' })).toBe(join('/data', 'passerelle-demo'))
  expect(defaultDataDir(false, 'darwin', {})).toBe(join(homedir(), 'Library/Application Support/passerelle'))
  expect(defaultDataDir(false, 'win32', { LOCALAPPDATA: 'L' })).toBe(join('L', 'passerelle'))
})
