/**
 * Filled by the system that keeps the articles (declaration merging), so that a citation outside its register does not pass the type
 * check; foundation itself knows no law.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled elsewhere
export interface Register {}

/** An article as an officer cites it: 信访工作条例 第三十条. */
export type Citation = Register extends { readonly citation: infer Id extends string } ? Id : string;
