// SPDX-License-Identifier: Apache-2.0
/** The little of two untyped packages that the printing of papers uses. */
declare module 'pdfmake' {
  interface Pdfmake {
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: Pdfmake
  export = pdfmake
}

declare module 'subset-font' {
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'sfnt' },
  ): Promise<Uint8Array>
  export = subsetFont
}
