// SPDX-License-Identifier: Apache-2.0
/** pdf.js on one file: pages drawn one by one, searched and zoomed, its worker from our origin. */

import {
  AnnotationMode,
  GlobalWorkerOptions,
  getDocument,
  InvalidPDFException,
  VerbosityLevel,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  EventBus,
  FindState,
  PDFFindController,
  PDFLinkService,
  PDFSinglePageViewer,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs'
import 'pdfjs-dist/legacy/web/pdf_viewer.css'

/** Why a file is not shown: it did not come, it wants a password, or it is no whole PDF. */
export type PdfFault = 'not-fetched' | 'locked' | 'damaged'

/** `current` counts from one; zero where nothing was found. */
export interface Found {
  readonly current: number
  readonly total: number
}

export interface Heard {
  readonly onPage: (page: number, pages: number) => void
  readonly onZoom: (percent: number) => void
  readonly onFound: (found: Found) => void
  readonly onFault: (fault: PdfFault) => void
  /** What a screen reader calls the page. */
  readonly pageName: (page: number) => string
}

export interface PdfView {
  go(page: number): void
  /** Up or down by a tenth; `fit` is the width of the pane. */
  zoom(step: 1 | -1 | 'fit'): void
  find(query: string, way: 'first' | 'next' | 'previous'): void
  close(): void
}

/** Written beside the built pages by `vite.config.ts`. */
const home = `/app/assets/pdf-${version}`
GlobalWorkerOptions.workerSrc = `${home}/build/pdf.worker.min.mjs`

/** The container is positioned absolutely and holds one empty element for the pages. */
export function openPdf(container: HTMLDivElement, url: string, heard: Heard): PdfView {
  const eventBus = new EventBus()
  const linkService = new PDFLinkService({ eventBus })
  // A link in a bid leads nowhere outside: an expert at work is not drawn away.
  linkService.externalLinkEnabled = false
  const findController = new PDFFindController({ eventBus, linkService })
  const viewer = new PDFSinglePageViewer({
    ...{ container, eventBus, linkService, findController },
    // Seals are annotations and are drawn; forms are not filled in here.
    annotationMode: AnnotationMode.ENABLE,
    enableAutoLinking: false,
  })
  linkService.setViewer(viewer)
  listen(eventBus, viewer, heard)
  const loading = load(url)
  let closed = false
  loading.promise.then(
    (file) => {
      if (closed) return
      viewer.setDocument(file)
      linkService.setDocument(file)
      heard.onPage(1, file.numPages)
    },
    (error: unknown) => {
      if (!closed) heard.onFault(faultOf(error))
    },
  )
  return {
    go: (page) => {
      viewer.currentPageNumber = page
    },
    zoom: (step) => {
      if (step === 'fit') viewer.currentScaleValue = 'page-width'
      else viewer.updateScale({ steps: step })
    },
    find: (query, way) => {
      const type = way === 'first' ? '' : 'again'
      const findPrevious = way === 'previous'
      eventBus.dispatch('find', { type, query, findPrevious, highlightAll: true })
    },
    close: () => {
      closed = true
      viewer.cleanup()
      void loading.destroy()
    },
  }
}

function load(url: string) {
  return getDocument({
    url,
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    wasmUrl: `${home}/wasm/`,
    iccUrl: `${home}/iccs/`,
    // The policy of the page forbids it, and it is not even tried.
    isEvalSupported: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
}

function listen(bus: EventBus, viewer: PDFSinglePageViewer, heard: Heard): void {
  bus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
  })
  bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) =>
    heard.onPage(pageNumber, viewer.pagesCount),
  )
  bus.on('scalechanging', ({ scale }: { scale: number }) => heard.onZoom(Math.round(scale * 100)))
  bus.on('pagerendered', ({ source, pageNumber }: { source: Drawn; pageNumber: number }) => {
    // The component knows English names only.
    source.div.removeAttribute('data-l10n-id')
    source.div.setAttribute('aria-label', heard.pageName(pageNumber))
  })
  const tell = ({ current, total }: Found) => heard.onFound({ current, total })
  bus.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: Found }) =>
    tell(matchesCount),
  )
  bus.on('updatefindcontrolstate', (told: { state: number; matchesCount: Found }) => {
    if (told.state !== FindState.PENDING) tell(told.matchesCount)
  })
}

interface Drawn {
  readonly div: HTMLElement
}

function faultOf(error: unknown): PdfFault {
  if (error instanceof Error && error.name === 'PasswordException') return 'locked'
  return error instanceof InvalidPDFException ? 'damaged' : 'not-fetched'
}
