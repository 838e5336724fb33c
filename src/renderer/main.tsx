import { createRoot } from 'react-dom/client'
import { connect } from './app/transport.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page lacks its #root element')
const show = createRoot(root)
connect()
  .then((desk) => desk.status())
  .then(({ version, host }) => show.render(<main>{`Passerelle ${version} (${host})`}</main>))
  .catch((error: unknown) => show.render(<main role="alert">{String(error)}</main>))
