// SPDX-License-Identifier: Apache-2.0
/** The door of the portal: pure functions from a model to a page, a table or a feed. */

export { type Language, portalStylesheet, portalStylesheetPath } from '../design/index.ts'
export { renderAbout } from './about.tsx'
export { type CalendarModel, renderCalendar } from './calendar.tsx'
export { type EntityModel, renderEntity } from './entity.tsx'
export { renderFeed } from './feed.ts'
export { renderGuide } from './guide.tsx'
export { type HallModel, renderHall } from './hall.tsx'
export { type HomeModel, type MonthFigure, renderHome } from './home.tsx'
export { renderLaw, renderReadings } from './law.tsx'
export type { NoticeRow, TenderRow } from './lines.ts'
export { renderNotFound, renderUnavailable } from './not-found.tsx'
export { type NoticeModel, renderNotice } from './notice.tsx'
export { type Count, type NoticesModel, renderNotices } from './notices.tsx'
export { type ProjectModel, renderProject } from './project/project.tsx'
export type { PageSetting } from './setting.ts'
export * from './sheets.ts'
