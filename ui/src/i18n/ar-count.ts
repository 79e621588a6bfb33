import { grammar } from './grammar';

const { count } = grammar('ar');

/** Counts a noun: one and two of it are words without a figure, "ملفان"; more take a figure and their form. */
const counted =
  (none: string, one: string, two: string, few: string, many: string) =>
  (n: number): string => {
    if (n === 1) return one;
    return n === 2 ? two : count(n, none, none, { few, many });
  };

export const tracks = counted('أغنية', 'أغنية واحدة', 'أغنيتان', 'أغانٍ', 'أغنية');
export const files = counted('ملف', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا');
export const rows = counted('صف', 'صف واحد', 'صفّان', 'صفوف', 'صفًا');
export const times = counted('مرة', 'مرة واحدة', 'مرتين', 'مرات', 'مرة');
export const minutes = counted('دقيقة', 'دقيقة واحدة', 'دقيقتان', 'دقائق', 'دقيقة');
export const seconds = counted('ثانية', 'ثانية واحدة', 'ثانيتان', 'ثوانٍ', 'ثانية');
export const readings = counted('قراءة', 'قراءة واحدة', 'قراءتان', 'قراءات', 'قراءة');
export const entries = counted('تدوينة', 'تدوينة واحدة', 'تدوينتان', 'تدوينات', 'تدوينة');

/** What runs from left to right amid Arabic, such as a path, kept in its own order. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
