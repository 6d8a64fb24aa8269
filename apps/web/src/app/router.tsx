import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { lookedForIn } from '../features/lessons/looked-for.ts'
import { HomeRoute, SettingsRoute } from './home-route.tsx'
import { Layout } from './layout.tsx'
import { NotFound } from './not-found.tsx'
import { InvitedRoute, SignInRoute } from './sign-in-route.tsx'
import { SignedIn } from './signed-in.tsx'
import { TrustRoute } from './trust-route.tsx'
import { unitInAddress } from './unit-in-address.ts'

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound })

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInRoute })
const firstStart = createRoute({
  getParentRoute: () => root,
  path: '/first-start',
  component: lazyRouteComponent(() => import('./first-start-route.tsx'), 'FirstStartRoute'),
})
const invited = createRoute({ getParentRoute: () => root, path: '/sign-in/$wave', component: InvitedRoute })
const trust = createRoute({ getParentRoute: () => root, path: '/trust', component: TrustRoute })

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })
const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: HomeRoute })
const settings = createRoute({ getParentRoute: () => signedIn, path: '/settings', component: SettingsRoute })
const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'ReportsRoute'),
})
const heatmap = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/heatmap',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'HeatmapRoute'),
})
const unitsMap = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/map',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'UnitsMapRoute'),
})
const organisationReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/organisation',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'OrganisationReportRoute'),
})
const report = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/$unit',
  params: unitInAddress,
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'ReportRoute'),
})
const guide = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/$unit/guide',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'GuideRoute'),
})
const reliability = createRoute({
  getParentRoute: () => signedIn,
  path: '/reliability',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'ReliabilityRoute'),
})
// Not below /reports: a unit may be called "print".
const print = createRoute({
  getParentRoute: () => signedIn,
  path: '/print/$unit',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'PrintRoute'),
})
const tokens = createRoute({
  getParentRoute: () => signedIn,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./report-routes.tsx'), 'TokensRoute'),
})
const programmes = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'ProgrammesRoute'),
})
const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programme/history',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'HistoryRoute'),
})
const instruments = createRoute({
  getParentRoute: () => signedIn,
  path: '/instruments',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'InstrumentsRoute'),
})
const instrument = createRoute({
  getParentRoute: () => signedIn,
  path: '/instruments/$instrument/$version',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'InstrumentRoute'),
})
const rhythm = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$programme/rhythm',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'RhythmRoute'),
})
const setUp = createRoute({
  getParentRoute: () => signedIn,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'SetUpRoute'),
})
const jobs = createRoute({
  getParentRoute: () => signedIn,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'JobsRoute'),
})
const paper = createRoute({
  getParentRoute: () => signedIn,
  path: '/waves/$wave/paper',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'PaperRoute'),
})
const posters = createRoute({
  getParentRoute: () => signedIn,
  path: '/posters/$wave',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'PostersRoute'),
})
const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'OrganisationRoute'),
})
const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'PeopleRoute'),
})
const scim = createRoute({
  getParentRoute: () => signedIn,
  path: '/scim',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'ScimRoute'),
})
const rights = createRoute({
  getParentRoute: () => signedIn,
  path: '/rights',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'RightsRoute'),
})
const delegation = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegation',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'DelegationRoute'),
})
const channels = createRoute({
  getParentRoute: () => signedIn,
  path: '/channels',
  component: lazyRouteComponent(() => import('./hr-routes.tsx'), 'ChannelsRoute'),
})
const learning = createRoute({
  getParentRoute: () => signedIn,
  path: '/learning',
  component: lazyRouteComponent(() => import('./learning-routes.tsx'), 'LearningRoute'),
})
const lessons = createRoute({
  getParentRoute: () => signedIn,
  path: '/lessons',
  validateSearch: lookedForIn,
  component: lazyRouteComponent(() => import('./learning-routes.tsx'), 'LessonsRoute'),
})
const lesson = createRoute({
  getParentRoute: () => signedIn,
  path: '/lessons/$lesson',
  component: lazyRouteComponent(() => import('./learning-routes.tsx'), 'LessonRoute'),
})
const concern = createRoute({
  getParentRoute: () => signedIn,
  path: '/concern',
  component: lazyRouteComponent(() => import('./concern-routes.tsx'), 'ConcernRoute'),
})
const concerns = createRoute({
  getParentRoute: () => signedIn,
  path: '/concerns',
  component: lazyRouteComponent(() => import('./concern-routes.tsx'), 'ConcernsRoute'),
})
const trustedPersons = createRoute({
  getParentRoute: () => signedIn,
  path: '/trusted-persons',
  component: lazyRouteComponent(() => import('./concern-routes.tsx'), 'TrustedPersonsRoute'),
})
const notifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./commons-routes.tsx'), 'NotificationsRoute'),
})
const moderation = createRoute({
  getParentRoute: () => signedIn,
  path: '/moderation',
  component: lazyRouteComponent(() => import('./commons-routes.tsx'), 'ModerationRoute'),
})
const tellLesson = createRoute({
  getParentRoute: () => signedIn,
  path: '/lessons/new',
  component: lazyRouteComponent(() => import('./learning-routes.tsx'), 'TellLessonRoute'),
})
const changeLesson = createRoute({
  getParentRoute: () => signedIn,
  path: '/lessons/$lesson/change',
  component: lazyRouteComponent(() => import('./learning-routes.tsx'), 'ChangeLessonRoute'),
})
const welcome = createRoute({
  getParentRoute: () => signedIn,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./learning-routes.tsx'), 'WelcomeRoute'),
})
const reviews = createRoute({
  getParentRoute: () => signedIn,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./review-routes.tsx'), 'ReviewsRoute'),
})
const review = createRoute({
  getParentRoute: () => signedIn,
  path: '/reviews/$review',
  component: lazyRouteComponent(() => import('./review-routes.tsx'), 'ReviewRoute'),
})
const actions = createRoute({
  getParentRoute: () => signedIn,
  path: '/actions',
  component: lazyRouteComponent(() => import('./experiment-routes.tsx'), 'ActionsRoute'),
})
const action = createRoute({
  getParentRoute: () => signedIn,
  path: '/actions/$action',
  component: lazyRouteComponent(() => import('./experiment-routes.tsx'), 'ActionRoute'),
})
const experiments = createRoute({
  getParentRoute: () => signedIn,
  path: '/experiments',
  component: lazyRouteComponent(() => import('./experiment-routes.tsx'), 'ExperimentsRoute'),
})
const planExperiment = createRoute({
  getParentRoute: () => signedIn,
  path: '/experiments/new',
  component: lazyRouteComponent(() => import('./experiment-routes.tsx'), 'PlanExperimentRoute'),
})
const experiment = createRoute({
  getParentRoute: () => signedIn,
  path: '/experiments/$experiment',
  component: lazyRouteComponent(() => import('./experiment-routes.tsx'), 'ExperimentRoute'),
})
const reflections = createRoute({
  getParentRoute: () => signedIn,
  path: '/reflections',
  component: lazyRouteComponent(() => import('./reflection-routes.tsx'), 'ReflectionsRoute'),
})
const beginReflection = createRoute({
  getParentRoute: () => signedIn,
  path: '/reflections/new',
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyRouteComponent(() => import('./reflection-routes.tsx'), 'BeginReflectionRoute'),
})
const reflection = createRoute({
  getParentRoute: () => signedIn,
  path: '/reflections/$session',
  component: lazyRouteComponent(() => import('./reflection-routes.tsx'), 'ReflectionRoute'),
})
const ownAgreement = createRoute({
  getParentRoute: () => signedIn,
  path: '/agreement',
  component: lazyRouteComponent(() => import('./reflection-routes.tsx'), 'OwnAgreementRoute'),
})
const agreement = createRoute({
  getParentRoute: () => signedIn,
  path: '/agreement/$unit',
  params: unitInAddress,
  component: lazyRouteComponent(() => import('./reflection-routes.tsx'), 'AgreementRoute'),
})
const recognitions = createRoute({
  getParentRoute: () => signedIn,
  path: '/recognition',
  component: lazyRouteComponent(() => import('./recognition-routes.tsx'), 'RecognitionsRoute'),
})
const recognition = createRoute({
  getParentRoute: () => signedIn,
  path: '/recognition/$recognition',
  component: lazyRouteComponent(() => import('./recognition-routes.tsx'), 'RecognitionRoute'),
})
const feedback = createRoute({
  getParentRoute: () => signedIn,
  path: '/feedback',
  component: lazyRouteComponent(() => import('./recognition-routes.tsx'), 'FeedbackRoute'),
})
const learningMeasures = createRoute({
  getParentRoute: () => signedIn,
  path: '/learning-measures',
  component: lazyRouteComponent(() => import('./recognition-routes.tsx'), 'LearningMeasuresRoute'),
})
const stored = createRoute({
  getParentRoute: () => signedIn,
  path: '/stored',
  component: lazyRouteComponent(() => import('./own-routes.tsx'), 'StoredRoute'),
})
const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: '/sessions',
  component: lazyRouteComponent(() => import('./own-routes.tsx'), 'SessionsRoute'),
})
const signInSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/sign-in-settings',
  component: lazyRouteComponent(() => import('./administrator-routes.tsx'), 'SignInSettingsRoute'),
})
const password = createRoute({
  getParentRoute: () => signedIn,
  path: '/password',
  component: lazyRouteComponent(() => import('./administrator-routes.tsx'), 'PasswordRoute'),
})
// Receipts are this device's: no sign-in is needed to check them.
const receipts = createRoute({
  getParentRoute: () => root,
  path: '/receipts',
  component: lazyRouteComponent(() => import('./own-routes.tsx'), 'ReceiptsRoute'),
})

// With six words, from any device: without signing in.
const concernAnswers = createRoute({
  getParentRoute: () => root,
  path: '/concern/$organisation',
  component: lazyRouteComponent(() => import('./concern-routes.tsx'), 'ConcernAnswersRoute'),
})

// By the link at the end of a mail: without signing in.
const reminders = createRoute({
  getParentRoute: () => root,
  path: '/reminders/$token',
  component: lazyRouteComponent(() => import('./own-routes.tsx'), 'RemindersRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    firstStart,
    invited,
    trust,
    receipts,
    reminders,
    concernAnswers,
    signedIn.addChildren([
      home,
      settings,
      stored,
      sessions,
      signInSettings,
      password,
      reports,
      report,
      print,
      reliability,
      programmes,
      instruments,
      instrument,
      history,
      rhythm,
      setUp,
      jobs,
      paper,
      posters,
      tokens,
      heatmap,
      unitsMap,
      organisationReport,
      guide,
      organisation,
      people,
      scim,
      rights,
      delegation,
      channels,
      learning,
      lessons,
      lesson,
      concern,
      concerns,
      trustedPersons,
      notifications,
      moderation,
      tellLesson,
      changeLesson,
      welcome,
      reviews,
      review,
      actions,
      action,
      experiments,
      planExperiment,
      experiment,
      reflections,
      beginReflection,
      reflection,
      ownAgreement,
      agreement,
      recognitions,
      recognition,
      feedback,
      learningMeasures,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
