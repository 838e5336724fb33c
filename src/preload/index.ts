import { contextBridge, ipcRenderer } from 'electron'

// All that the page gets: one port, which it made itself, goes to the desk. Ports cannot pass the context bridge.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'passerelle:port') return
  ipcRenderer.postMessage('desk:port', null, [...event.ports])
})
contextBridge.exposeInMainWorld('passerelleShell', true)
