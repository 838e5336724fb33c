import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { DeskContract } from '../../shared/contract/desk.ts'

/** The desk as the window sees it. Nothing shows whether a port or loopback HTTP lies between. */
export type DeskClient = ContractRouterClient<DeskContract>

declare global {
  interface Window {
    /** Set by Electron's preload script: a port to the desk can be handed over. */
    readonly passerelleShell?: true
  }
}

/** Connects to the desk. Calls made before it is ready wait for it. */
export async function connect(): Promise<DeskClient> {
  return createORPCClient(window.passerelleShell ? portLink() : httpLink())
}

/** Electron: makes a channel, keeps one end and hands the other through the preload script to the desk. */
function portLink(): PortLink<Record<never, never>> {
  const { port1, port2 } = new MessageChannel()
  const link = new PortLink({ port: port1 })
  port1.start()
  window.postMessage('passerelle:port', location.origin, [port2])
  return link
}

/**
 * The browser host: every call carries the launch's token. It is kept in sessionStorage, which survives a reload and
 * belongs to this origin with its port; a cookie would go to every program that listens on 127.0.0.1.
 */
function httpLink(): HttpLink<Record<never, never>> {
  const token = launchToken()
  return new HttpLink({ url: `${location.origin}/rpc`, headers: { authorization: `Bearer ${token}` } })
}

function launchToken(): string {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (given) {
    sessionStorage.setItem('token', given)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem('token') ?? ''
}
