import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { fill, type Locale } from '@consilium/contracts';
import { DateTime } from 'luxon';
import Document from 'pdfkit';
import { documentSections, type DocumentSection } from './document-content.rules.js';
import { documentTexts } from './document-texts.rules.js';
import type { ExportedCase } from './exported-case.rules.js';

interface Printing {
  locale: Locale;
  at: Date;
  timeZone: string;
  printedBy: string;
}

const MARGIN = 54;
const LABEL_WIDTH = 96;
const [INK, MUTED, RULE] = ['#1c2b2e', '#5b6b6e', '#c9d4d3'];

/** Letters the font has no shape for, written in ones that it has. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...Array.from('₀₁₂₃₄₅₆₇₈₉').map((mark, digit): [string, string] => [mark, String(digit)]),
  ['⁺', '+'],
  ['⁻', '-'],
]);
const printable = (text: string): string =>
  // What steers a text and has no shape of its own would be a box on paper.
  text.replaceAll(/[₀-₉⁺⁻]/g, (mark) => PLAIN.get(mark) ?? mark).replaceAll(/[^\P{Cc}\n]|[\u200B-\u200F\uFEFF]/gu, '');

const require = createRequire(import.meta.url);
const FONTS = {
  text: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;
const loaded = new Map<keyof typeof FONTS, Promise<Buffer>>();

/** Read once for all documents; ten megabytes each, of which a document embeds the letters it uses. */
function font(name: keyof typeof FONTS): Promise<Buffer> {
  const known = loaded.get(name) ?? readFile(require.resolve(FONTS[name]));
  loaded.set(name, known);
  return known;
}

/** The case on A4: its number on every page, who printed it when, and whether it names the patient. */
export async function caseDocument(exported: ExportedCase, printing: Printing): Promise<Buffer> {
  const texts = (name: keyof typeof documentTexts): string =>
    documentTexts[name][printing.locale === 'zh-CN' ? 'zh' : 'en'];
  const printedAt = DateTime.fromJSDate(printing.at, { zone: printing.timeZone }).toFormat('yyyy-MM-dd HH:mm');
  const document = new Document({
    size: 'A4',
    margins: { top: 78, bottom: 64, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: printing.locale,
    displayTitle: true,
    info: { Title: `${exported.caseNo} ${texts('title')}`, Creator: 'Consilium', CreationDate: printing.at },
  });
  document.registerFont('text', await font('text')).registerFont('strong', await font('strong'));
  const done = collected(document);

  document.font('strong').fontSize(16).fillColor(INK).text(texts('title'));
  document
    .font('text')
    .fontSize(9)
    .fillColor(MUTED)
    .text(texts(exported.identity === null ? 'masked' : 'identified'));
  for (const section of documentSections(exported, printing)) writeSection(document, section);

  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    const name = exported.identity?.name ?? exported.patient.maskedName;
    const { zh, en } = exported.hospital.name;
    edge(document, 36, [`${exported.caseNo}　${name}`, printing.locale === 'zh-CN' ? zh : en]);
    edge(document, document.page.height - 46, [
      `${texts('printedBy')} ${printing.printedBy} ${printedAt}`,
      fill(texts('page'), { page: page + 1, pages: count }),
    ]);
  }
  document.end();
  return done;
}

function writeSection(document: PDFKit.PDFDocument, { title, stamp, lines }: DocumentSection): void {
  // A title does not stand alone at the foot of a page.
  if (document.y > document.page.height - 130) document.addPage();
  document.moveDown(0.8);
  document
    .font('strong')
    .fontSize(11)
    .fillColor(INK)
    .text(printable(title), MARGIN, document.y, { continued: stamp !== undefined });
  if (stamp !== undefined) document.font('text').fontSize(8.5).fillColor(MUTED).text(`　${stamp}`);
  const y = document.y + 1;
  document
    .moveTo(MARGIN, y)
    .lineTo(document.page.width - MARGIN, y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke();
  document.moveDown(0.35).fontSize(10);
  for (const { label, text } of lines) writeLine(document, label, printable(text));
}

function writeLine(document: PDFKit.PDFDocument, label: string | undefined, text: string): void {
  const width = document.page.width - 2 * MARGIN;
  if (label === undefined) {
    document.font('text').fillColor(INK).text(text, MARGIN, document.y, { width, lineGap: 2, paragraphGap: 3 });
    return;
  }
  document.font('text');
  const written = { width: width - LABEL_WIDTH, lineGap: 2, paragraphGap: 2 };
  const heading = { width: LABEL_WIDTH - 8, lineGap: 2 };
  const needed = Math.max(
    document.heightOfString(printable(label), heading),
    document.heightOfString(text, { ...written, height: 40 }),
  );
  // The word and the beginning of what it names stay on one page.
  if (document.y + Math.min(needed, 40) > document.page.height - 64) document.addPage();
  const top = document.y;
  document.fillColor(MUTED).text(printable(label), MARGIN, top, heading);
  const afterLabel = document.y;
  const page = document.bufferedPageRange().count;
  document.fillColor(INK).text(text, MARGIN + LABEL_WIDTH, top, written);
  if (document.bufferedPageRange().count === page) document.y = Math.max(document.y, afterLabel);
}

/** A line at the head or foot of the page, in its margin, where nothing flows on. */
function edge(document: PDFKit.PDFDocument, y: number, [left, right]: readonly [string, string]): void {
  const { top, bottom } = document.page.margins;
  Object.assign(document.page.margins, { top: 0, bottom: 0 });
  const width = document.page.width - 2 * MARGIN;
  document.font('text').fontSize(8.5).fillColor(MUTED);
  document.text(printable(left), MARGIN, y, { width, lineBreak: false });
  document.text(printable(right), MARGIN, y, { width, align: 'right', lineBreak: false });
  Object.assign(document.page.margins, { top, bottom });
}

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
