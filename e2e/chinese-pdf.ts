// SPDX-License-Identifier: Apache-2.0
/** A PDF of some pages whose 汉字 name a font and a table of characters that it does not carry. */

const firstPage = 6

/** One line of text a page; a reader must have `UniGB-UCS2-H` and a Chinese font of its own. */
export function chinesePdf(pages: readonly string[]): Buffer {
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R' +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]' +
      '/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...pages.flatMap((text, i) => pageOf(text, firstPage + 1 + 2 * i)),
  ]
  return fileOf(objects)
}

function pageOf(text: string, content: number): readonly string[] {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const drawn = `BT /F1 24 Tf 60 760 Td <${hex}> Tj /F2 18 Tf 0 -60 Td (Helvetica 2026) Tj ET\n`
  return [
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R' +
      `/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents ${content} 0 R>>`,
    `<</Length ${drawn.length}>>\nstream\n${drawn}endstream`,
  ]
}

function fileOf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const place = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}
