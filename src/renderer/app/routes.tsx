import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Crashed, NotFound } from '../components/states.tsx'
import { type Ahead, askCalendar, askClaims, askQueues, askToday } from './ahead.ts'
import { Shell } from './Shell.tsx'

/** Every screen and its address. A new room adds its route here and its line in `rooms.ts`. */

const root = createRootRouteWithContext<Ahead>()({ component: Shell, notFoundComponent: NotFound })

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => askToday(context),
  component: lazyRouteComponent(() => import('../features/today/TodayScreen.tsx'), 'TodayScreen'),
})
const hall = createRoute({
  getParentRoute: () => root,
  path: '/hall',
  component: lazyRouteComponent(() => import('../features/hall/HallScreen.tsx'), 'HallScreen'),
})
const queues = createRoute({
  getParentRoute: () => root,
  path: '/queues/{-$queue}',
  loader: ({ context, params }) => askQueues(context, params.queue),
  component: lazyRouteComponent(() => import('../features/queues/QueuesScreen.tsx'), 'QueuesScreen'),
})
const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  component: lazyRouteComponent(() => import('../features/statistics/StatisticsScreen.tsx'), 'StatisticsScreen'),
})
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  loader: ({ context }) => askClaims(context),
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
/** Inside the claim: going from part to part keeps its frame, and the focus on its tab. */
const claimTab = createRoute({
  getParentRoute: () => claim,
  path: '$tab',
  // Of the forms: which one, and the question or row to go to.
  validateSearch: ({ form, item, row }: Record<string, unknown>): { form?: string; item?: string; row?: string } => ({
    ...(typeof form === 'string' ? { form } : {}),
    ...(typeof item === 'string' ? { item } : {}),
    ...(typeof row === 'string' ? { row } : {}),
  }),
})
const intake = createRoute({
  getParentRoute: () => root,
  path: '/claims/$claimId/intake/$step',
  component: lazyRouteComponent(() => import('../features/claims/IntakeScreen.tsx'), 'IntakeScreen'),
})
const interviews = createRoute({
  getParentRoute: () => root,
  path: '/interviews',
  // Whom to call first: the page of a person leads here.
  validateSearch: ({ about }: Record<string, unknown>): { about?: string } =>
    typeof about === 'string' ? { about } : {},
  component: lazyRouteComponent(() => import('../features/interviews/InterviewsScreen.tsx'), 'InterviewsScreen'),
})
const interviewCalendar = createRoute({
  getParentRoute: () => root,
  path: '/interviews/calendar',
  loader: ({ context }) => askCalendar(context),
  component: lazyRouteComponent(() => import('../features/interviews/CalendarScreen.tsx'), 'CalendarScreen'),
})
/** One route for the queue and each photo in it: going from photo to photo keeps the screen. */
const photos = createRoute({
  getParentRoute: () => root,
  path: '/photos/{-$photoId}',
  component: lazyRouteComponent(() => import('../features/photos/PhotosScreen.tsx'), 'PhotosScreen'),
})
const photoStatistics = createRoute({
  getParentRoute: () => root,
  path: '/photos/statistics',
  component: lazyRouteComponent(() => import('../features/photos/statistics/StatisticsScreen.tsx'), 'StatisticsScreen'),
})
const confirmations = createRoute({
  getParentRoute: () => root,
  path: '/confirmations',
  component: lazyRouteComponent(
    () => import('../features/confirmations/ConfirmationsScreen.tsx'),
    'ConfirmationsScreen',
  ),
})
const confirmationImport = createRoute({
  getParentRoute: () => root,
  path: '/confirmations/import',
  component: lazyRouteComponent(() => import('../features/confirmations/ImportScreen.tsx'), 'ImportScreen'),
})
const confirmationStatistics = createRoute({
  getParentRoute: () => root,
  path: '/confirmations/statistics',
  component: lazyRouteComponent(() => import('../features/confirmations/StatisticsScreen.tsx'), 'StatisticsScreen'),
})
const cardOrders = createRoute({
  getParentRoute: () => root,
  path: '/confirmations/cards',
  component: lazyRouteComponent(
    () => import('../features/confirmations/cards/CardOrdersScreen.tsx'),
    'CardOrdersScreen',
  ),
})
const confirmation = createRoute({
  getParentRoute: () => root,
  path: '/confirmations/$confirmationId',
  component: lazyRouteComponent(() => import('../features/confirmations/ConfirmationScreen.tsx'), 'ConfirmationScreen'),
})
const attention = createRoute({
  getParentRoute: () => root,
  path: '/attention',
  component: lazyRouteComponent(() => import('../features/attention/AttentionScreen.tsx'), 'AttentionScreen'),
})
const shift = createRoute({
  getParentRoute: () => root,
  path: '/shift',
  component: lazyRouteComponent(() => import('../features/shift/ShiftScreen.tsx'), 'ShiftScreen'),
})
const packs = createRoute({
  getParentRoute: () => root,
  path: '/packs',
  component: lazyRouteComponent(() => import('../features/packs/PacksScreen.tsx'), 'PacksScreen'),
})
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('../features/verify/VerifyScreen.tsx'), 'VerifyScreen'),
})
const printing = createRoute({
  getParentRoute: () => root,
  path: '/printing',
  component: lazyRouteComponent(() => import('../features/printing/PrintingScreen.tsx'), 'PrintingScreen'),
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
  // Handed in by what draws the screens.
  context: undefined as unknown as Ahead,
  routeTree: root.addChildren([
    today,
    hall,
    queues,
    statistics,
    claims,
    newClaim,
    claim.addChildren([claimTab]),
    intake,
    interviews,
    interviewCalendar,
    photos,
    photoStatistics,
    confirmations,
    confirmationImport,
    cardOrders,
    confirmationStatistics,
    confirmation,
    attention,
    shift,
    packs,
    verify,
    printing,
    administration,
    administrationSection,
  ]),
  defaultPreload: 'intent',
  // Back is where the officer was; a new screen begins at its top.
  scrollRestoration: true,
  // A screen that throws leaves the frame standing, and the next screen starts afresh.
  defaultErrorComponent: ({ reset }) => <Crashed reset={reset} />,
})

/** Fetches every screen's program while all is well: one that is opened later does not depend on the desk answering. */
export async function fetchScreens(): Promise<void> {
  // What cannot be fetched now is fetched when its screen opens, and says so there.
  await Promise.allSettled(Object.values(router.routesById).map((route) => router.loadRouteChunk(route)))
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
