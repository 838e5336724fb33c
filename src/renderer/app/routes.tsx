import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { NotFound } from '../components/states.tsx'
import { Shell } from './Shell.tsx'

/** Every screen and its address. A new room adds its route here and its line in `rooms.ts`. */

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/today/TodayScreen.tsx'), 'TodayScreen'),
})
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  component: lazyRouteComponent(() => import('../features/claims/ClaimsScreen.tsx'), 'ClaimsScreen'),
})
const newClaim = createRoute({
  getParentRoute: () => root,
  path: '/claims/new',
  component: lazyRouteComponent(() => import('../features/claims/NewClaimScreen.tsx'), 'NewClaimScreen'),
})
const claim = createRoute({
  getParentRoute: () => root,
  path: '/claims/$claimId',
  component: lazyRouteComponent(() => import('../features/claims/ClaimScreen.tsx'), 'ClaimScreen'),
})
const intake = createRoute({
  getParentRoute: () => root,
  path: '/claims/$claimId/intake/$step',
  component: lazyRouteComponent(() => import('../features/claims/IntakeScreen.tsx'), 'IntakeScreen'),
})
const attention = createRoute({
  getParentRoute: () => root,
  path: '/attention',
  component: lazyRouteComponent(() => import('../features/attention/AttentionScreen.tsx'), 'AttentionScreen'),
})
const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('../features/administration/AdministrationScreen.tsx'),
    'AdministrationScreen',
  ),
})
const administrationSection = createRoute({
  getParentRoute: () => root,
  path: '/administration/$section',
  component: lazyRouteComponent(
    () => import('../features/administration/AdministrationScreen.tsx'),
    'AdministrationScreen',
  ),
})

export const router = createRouter({
  history: createHashHistory(),
  routeTree: root.addChildren([
    today,
    claims,
    newClaim,
    claim,
    intake,
    attention,
    administration,
    administrationSection,
  ]),
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
