// Checks the types of every part by its own rules. What did not change since the last time is not looked at again.
import { spawnSync } from 'node:child_process'

const parts = ['.', 'src/shared', 'src/preload', 'src/renderer', 'test']
for (const part of parts) {
  const remembered = `node_modules/.cache/types/${part.replace('/', '-')}.json`
  const args = ['-p', part, '--incremental', '--tsBuildInfoFile', remembered]
  const { status, error } = spawnSync('tsc', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
