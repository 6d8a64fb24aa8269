import home from '../lib/i18n/messages/de/home.json'
import organisation from '../lib/i18n/messages/de/organisation.json'
import paper from '../lib/i18n/messages/de/paper.json'
import problems from '../lib/i18n/messages/de/problems.json'
import problemsApp from '../lib/i18n/messages/de/problems-app.json'
import programmes from '../lib/i18n/messages/de/programmes.json'
import receipts from '../lib/i18n/messages/de/receipts.json'
import report from '../lib/i18n/messages/de/report.json'
import shared from '../lib/i18n/messages/de/shared.json'
import shell from '../lib/i18n/messages/de/shell.json'
import signIn from '../lib/i18n/messages/de/sign-in.json'
import stored from '../lib/i18n/messages/de/stored.json'
import trust from '../lib/i18n/messages/de/trust.json'

export const catalogue = {
  ...shared,
  ...shell,
  ...problems,
  ...problemsApp,
  ...signIn,
  ...home,
  ...report,
  ...programmes,
  ...organisation,
  ...paper,
  ...trust,
  ...stored,
  ...receipts,
}
