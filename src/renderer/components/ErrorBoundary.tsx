import { Component, type ReactNode } from 'react'
import { Crashed } from './states.tsx'

interface State {
  readonly failed: boolean
}

/** A screen that throws leaves the frame standing: navigation, lock and language go on working. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Crashed reset={() => this.setState({ failed: false })} /> : this.props.children
  }
}
