import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What Prometheus reads. Labels are routes, statuses and codes: never ids, so that their number stays small. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  /** Events taken in, by verdict. */
  readonly events: Counter<'verdict'>
  /** Refused requests, by code of the problem. */
  readonly refusals: Counter<'code'>
  /** Events handed out. */
  readonly pulled: Counter
  /** Desks that listen for hints at this moment. */
  readonly watchers: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'central_request_seconds',
      help: 'How long requests took',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    events: new Counter({
      name: 'central_events_total',
      help: 'Events taken in, by verdict',
      labelNames: ['verdict'],
      registers,
    }),
    refusals: new Counter({
      name: 'central_refusals_total',
      help: 'Refused requests, by code',
      labelNames: ['code'],
      registers,
    }),
    pulled: new Counter({ name: 'central_events_pulled_total', help: 'Events handed out', registers }),
    watchers: new Gauge({ name: 'central_watchers', help: 'Desks that listen for hints', registers }),
  }
}
