import './app/door-styles.css'
import './app/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { makeQueryClient, readStatus } from './app/desk.tsx'
import { guardKeysUnderLock } from './app/lock.ts'
import { loadPreferences } from './app/preferences.ts'
import { listenForScans } from './app/reader/targets.ts'
import { connect } from './app/transport.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page lacks its #root element')
guardKeysUnderLock()
listenForScans()
const client = await connect()
const queries = makeQueryClient()
// Asked beside the preferences: the first picture is the door itself and not its waiting.
void readStatus(queries, client)
await loadPreferences(client)
createRoot(root).render(<App client={client} queries={queries} />)
