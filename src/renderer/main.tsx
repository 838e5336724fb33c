import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './app/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { guardKeysUnderLock } from './app/lock.ts'
import { loadPreferences } from './app/preferences.ts'
import { listenForScans } from './app/reader/targets.ts'
import { connect } from './app/transport.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page lacks its #root element')
guardKeysUnderLock()
listenForScans()
const client = await connect()
await loadPreferences(client)
createRoot(root).render(<App client={client} />)
