import type { IconName } from './icons';

/** An entry of a menu; `rule` draws a line above it. */
export interface MenuItem {
  icon: IconName;
  label: string;
  testid: string;
  rule?: boolean;
  act: () => void;
}
