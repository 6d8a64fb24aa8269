import home from '../lib/i18n/messages/en/home.json'
import organisation from '../lib/i18n/messages/en/organisation.json'
import paper from '../lib/i18n/messages/en/paper.json'
import problems from '../lib/i18n/messages/en/problems.json'
import problemsApp from '../lib/i18n/messages/en/problems-app.json'
import programmes from '../lib/i18n/messages/en/programmes.json'
import receipts from '../lib/i18n/messages/en/receipts.json'
import report from '../lib/i18n/messages/en/report.json'
import shared from '../lib/i18n/messages/en/shared.json'
import shell from '../lib/i18n/messages/en/shell.json'
import signIn from '../lib/i18n/messages/en/sign-in.json'
import stored from '../lib/i18n/messages/en/stored.json'
import trust from '../lib/i18n/messages/en/trust.json'

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
