/** GB/T 9704-2012: A4, 版心 156 × 225 mm, 22 lines of 28 characters of size 3 (16 pt). Lengths in mm, sizes in points. */
export const OFFICIAL = {
  page: { width: 210, height: 297 },
  /** 天头 37 ± 1, 订口 28 ± 1; what remains of A4 under and beside the 版心. 5.2.1 */
  margin: { top: 37, left: 28, right: 26, bottom: 35 },
  lines: 22,
  characters: 28,
  /** Size 3. 5.2.2 */
  body: 16,
  /** Size 2. 7.3.1 */
  title: 22,
  /** Size 4: 版记 and page numbers. 7.4, 7.5 */
  small: 14,
  /** Upper edge of the mark under the 版心's. 7.2.4 */
  markTop: 35,
  /** The red line under the number. 7.2.7 */
  ruleGap: 4,
  /** Page numbers under the 版心. 7.5 */
  pageNumberGap: 7,
} as const;

/** Height of a line so that 22 fill the 版心: 225 mm / 22 in points. */
export const LINE_PITCH = ((OFFICIAL.page.height - OFFICIAL.margin.top - OFFICIAL.margin.bottom) / OFFICIAL.lines / 25.4) * 72;

/** What is taken from each character so that 28 of 16 pt stand in 156 mm, in points (negative). */
export const CHARACTER_SPACING =
  ((OFFICIAL.page.width - OFFICIAL.margin.left - OFFICIAL.margin.right) / OFFICIAL.characters / 25.4) * 72 - OFFICIAL.body;
